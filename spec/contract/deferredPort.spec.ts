import { EMPTY, NEVER, Observable, of, throwError } from 'rxjs';
import { deferredPort } from '../../src/contract/deferredPort.js';
import { HttpFault, isHttpFault } from '../../src/contract/HttpFault.js';
import type { HttpCall, HttpPort, HttpResponse } from '../../src/contract/HttpPort.js';

const ANSWER: HttpResponse = { status: 200, headers: {}, body: '{}' };
const call: HttpCall = {
  method: 'GET',
  url: 'https://api.example/',
  headers: {},
  timeoutMs: 1_000,
};

/** All that a call gives, by the time it ends. */
const heard = (source$: Observable<HttpResponse>): Promise<readonly unknown[]> =>
  new Promise((resolve) => {
    const seen: unknown[] = [];
    source$.subscribe({
      next: (response) => seen.push(response),
      error: (error: unknown) => resolve([...seen, error]),
      complete: () => resolve([...seen, '|']),
    });
  });

const turns = async (): Promise<void> => {
  for (let count = 0; count < 10; count += 1) await Promise.resolve();
};

let send: jest.Mock<Observable<HttpResponse>, [HttpCall]>;
let real: HttpPort;

beforeEach(() => {
  send = jest.fn<Observable<HttpResponse>, [HttpCall]>(() => of(ANSWER));
  real = { announcesSend: true, send };
});

it('loads nothing before the first request, and once for all of them', async () => {
  const load = jest.fn(() => Promise.resolve(real));
  const port = deferredPort(load);
  const send$ = port.send(call);
  await turns();
  expect(load).not.toHaveBeenCalled();

  expect(await Promise.all([heard(send$), heard(send$), heard(port.send(call))])).toEqual(
    Array(3).fill([ANSWER, '|']),
  );
  expect(await heard(send$)).toEqual([ANSWER, '|']);
  expect(load).toHaveBeenCalledTimes(1);
  expect(send).toHaveBeenCalledTimes(4);
});

it('is as fast as the real port once that is loaded', async () => {
  const port = deferredPort(() => Promise.resolve(real));
  await heard(port.send(call));
  const next = jest.fn();
  port.send(call).subscribe(next);
  expect(next).toHaveBeenCalledWith(ANSWER);
});

it('sends nothing for who unsubscribes in the same tick, or while it loads', async () => {
  let finish: (port: HttpPort) => void = () => undefined;
  const onSend = jest.fn();
  const port = deferredPort(() => new Promise((resolve) => (finish = resolve)));
  port
    .send({ ...call, onSend })
    .subscribe()
    .unsubscribe();
  const patient = port.send({ ...call, onSend }).subscribe();
  await turns();
  patient.unsubscribe();
  finish(real);
  await turns();
  expect(send).not.toHaveBeenCalled();
  expect(onSend).not.toHaveBeenCalled();
});

it('keeps what was loaded, though nobody waited for it any more', async () => {
  const load = jest.fn(() => Promise.resolve(real));
  const port = deferredPort(load);
  port.send(call).subscribe().unsubscribe();
  await turns();
  expect(await heard(port.send(call))).toEqual([ANSWER, '|']);
  expect(load).toHaveBeenCalledTimes(1);
});

it('unsubscribes from the real port', async () => {
  const torn = jest.fn();
  send.mockReturnValue(new Observable(() => torn));
  const subscription = deferredPort(() => Promise.resolve(real))
    .send(call)
    .subscribe();
  await turns();
  expect(torn).not.toHaveBeenCalled();
  subscription.unsubscribe();
  expect(torn).toHaveBeenCalledTimes(1);
});

it('leaves the announcement to a port that makes it', async () => {
  const onSend = jest.fn();
  send.mockReturnValue(NEVER);
  const port = deferredPort(() => Promise.resolve(real));
  expect(port.announcesSend).toBe(true);
  const subscription = port.send({ ...call, onSend }).subscribe();
  await turns();
  expect(onSend).not.toHaveBeenCalled();
  send.mock.calls[0]?.[0].onSend?.();
  expect(onSend).toHaveBeenCalledTimes(1);
  subscription.unsubscribe();
});

it('announces for a port that does not, just before it sends', async () => {
  const onSend = jest.fn(() => expect(send).not.toHaveBeenCalled());
  const port = deferredPort(() => Promise.resolve({ send }));
  await heard(port.send({ ...call, onSend }));
  expect(onSend).toHaveBeenCalledTimes(1);
});

it('passes on what the real port says', async () => {
  const fault = new HttpFault({ reason: 'reset', sent: true, message: 'broke' });
  const port = deferredPort(() => Promise.resolve(real));
  send.mockReturnValueOnce(throwError(() => fault)).mockReturnValueOnce(EMPTY);
  expect(await heard(port.send(call))).toEqual([fault]);
  expect(await heard(port.send(call))).toEqual(['|']);
});

it.each([
  ['rejects', () => Promise.reject(new Error('no module at https://cdn.example/?token=SECRET'))],
  [
    'throws',
    () => {
      throw new Error('no module at https://cdn.example/?token=SECRET');
    },
  ],
])(
  'a load that %s is a fault of that request, and the next one loads again',
  async (_how, failing) => {
    const load = jest
      .fn<Promise<HttpPort>, []>(() => Promise.resolve(real))
      .mockImplementationOnce(failing);
    const port = deferredPort(load);
    const both = await Promise.all([heard(port.send(call)), heard(port.send(call))]);
    for (const [fault] of both) {
      expect(isHttpFault(fault)).toBe(true);
      expect(fault).toMatchObject({ reason: 'other', sent: false });
      expect((fault as Error).message).toBe(
        'the transport could not be loaded: no module at https://cdn.example/?[redacted]',
      );
    }
    expect(await heard(port.send(call))).toEqual([ANSWER, '|']);
    expect(load).toHaveBeenCalledTimes(2);
  },
);

it('a load that fails with nothing to say is told, too', async () => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a bad loader may do
  const [fault] = await heard(deferredPort(() => Promise.reject(undefined)).send(call));
  expect(fault).toMatchObject({ message: 'the transport could not be loaded: no reason given' });
});
