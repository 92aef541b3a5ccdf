import fc from 'fast-check';
import { permits } from '../../src/http/permits.js';

it('starts at once while there is room, and then in the order of coming', () => {
  const room = permits(2);
  const started: string[] = [];
  const leave = ['a', 'b', 'c', 'd'].map((name) => room.take(() => started.push(name)));
  expect(started).toEqual(['a', 'b']);
  leave[1]?.();
  expect(started).toEqual(['a', 'b', 'c']);
  leave[0]?.();
  expect(started).toEqual(['a', 'b', 'c', 'd']);
});

it('counts each leaving once', () => {
  const room = permits(1);
  const started: string[] = [];
  const leave = room.take(() => started.push('a'));
  leave();
  leave();
  for (const name of ['b', 'c']) room.take(() => started.push(name));
  expect(started).toEqual(['a', 'b']);
});

it('lets somebody leave the line, which gives no room', () => {
  const room = permits(1);
  const started: string[] = [];
  const [first, second] = ['a', 'b', 'c'].map((name) => room.take(() => started.push(name)));
  second?.();
  expect(started).toEqual(['a']);
  first?.();
  expect(started).toEqual(['a', 'c']);
});

it('keeps count when who starts takes and leaves at once', () => {
  const room = permits(2);
  const started: string[] = [];
  room.take(() => {
    started.push('a');
    room.take(() => started.push('inner'));
    room.take(() => started.push('waiting'))();
  });
  room.take(() => started.push('b'));
  expect(started).toEqual(['a', 'inner']);
});

it('never lets more than so many be under way, and forgets nobody', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 60 }),
      (most, moves) => {
        const room = permits(most);
        const running: number[] = [];
        const leaves = new Map<number, () => void>();
        let started = 0;
        let ended = 0;
        moves.forEach((takes, id) => {
          if (takes) {
            const leave = room.take(() => {
              started += 1;
              running.push(id);
            });
            leaves.set(id, leave);
          } else {
            const first = running.shift();
            if (first === undefined) return;
            ended += 1;
            leaves.get(first)?.();
          }
          expect(running.length).toBe(Math.min(most, leaves.size - ended));
          expect(started - ended).toBe(running.length);
        });
      },
    ),
  );
});
