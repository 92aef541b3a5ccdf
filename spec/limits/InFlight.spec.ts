import { InFlight } from '../../src/limits/InFlight.js';

it('tells how many others are on their way when an answer comes', () => {
  const flight = new InFlight();
  for (const now of [0, 1, 2]) flight.leave(now);
  expect([3, 4, 5].map((now) => flight.answered(now).others)).toEqual([2, 1, 0]);
});

it('knows a request that nothing overlapped', () => {
  const flight = new InFlight();
  flight.leave(0);
  expect(flight.answered(100)).toEqual({ others: 0, alone: true });
  flight.leave(200);
  flight.leave(210);
  expect(flight.answered(300)).toEqual({ others: 1, alone: false });
  expect(flight.answered(310)).toEqual({ others: 0, alone: false });
  flight.leave(400);
  expect(flight.answered(410).alone).toBe(true);
});

it('forgets who was not sent', () => {
  const flight = new InFlight();
  flight.leave(0);
  flight.leave(1);
  flight.stay();
  expect(flight.answered(2)).toEqual({ others: 0, alone: false });
});

it('gives up on an answer after ten seconds, and then takes none for that of a lone request for a while', () => {
  const flight = new InFlight();
  flight.leave(0);
  flight.leave(20_000);
  // It may be the late answer to the first.
  expect(flight.answered(20_100)).toEqual({ others: 0, alone: false });
  flight.leave(400_000);
  expect(flight.answered(400_100)).toEqual({ others: 0, alone: true });
});

it('takes an answer that nobody waits for as one that says nothing more', () => {
  expect(new InFlight().answered(0)).toEqual({ others: 0, alone: false });
});
