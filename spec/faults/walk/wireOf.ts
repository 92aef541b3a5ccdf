import { NEVER, Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import { HttpFault } from '../../../src/contract/HttpFault.js';
import type { HttpCall, HttpPort, HttpResponse } from '../../../src/contract/HttpPort.js';
import type { Life } from './Life.js';
import type { Trouble } from './Story.js';
import type { Made } from './VendorModel.js';
import type { World } from './World.js';

const broken = (keep?: string): HttpFault =>
  new HttpFault({
    reason: 'reset',
    sent: true,
    message: 'the connection broke',
    ...(keep === undefined ? {} : { partial: { status: 201, body: keep } }),
  });

/** Whether a good answer, as far as it comes, names the job that was made. */
function names({ vendor }: World, made: Made, response: HttpResponse, trouble?: Trouble): boolean {
  const isGood = response.status >= 200 && response.status < 300;
  if (!isGood || typeof made.id !== 'string' || made.id === '') return false;
  if (trouble?.do === 'defect' && trouble.what !== 'twice') return false;
  if (trouble?.do === 'reset' && trouble.keep === undefined) return false;
  const arrived =
    trouble?.do === 'reset' ? vendor.partOf(response, trouble.keep ?? 0) : response.body;
  return arrived.includes(`"id":${JSON.stringify(made.id)}`);
}

/** Gives the answer, or what came instead of it. */
function deliver(
  { vendor }: World,
  subscriber: Subscriber<HttpResponse>,
  response: HttpResponse,
  trouble: Trouble | undefined,
): void {
  if (trouble?.do === 'reset') {
    const { keep } = trouble;
    subscriber.error(broken(keep === undefined ? undefined : vendor.partOf(response, keep)));
    return;
  }
  if (trouble?.do === 'defect') {
    if (trouble.what === 'nothing') return subscriber.complete();
    if (trouble.what === 'null') return subscriber.next(null as never);
    if (trouble.what !== 'twice') return subscriber.error(undefined);
    subscriber.next(response);
  }
  subscriber.next(response);
  subscriber.complete();
}

/** One request on its way. */
interface Sending {
  readonly life: Life;
  readonly call: HttpCall;
  readonly subscriber: Subscriber<HttpResponse>;
  readonly trouble: Trouble | undefined;
  /** It is answered. */
  readonly done: () => void;
}

/** Sends one request over the wire of a client, once its connection stands. */
function leave(world: World, { life, call, subscriber, trouble, done }: Sending): void {
  const { machine, story, vendor } = world;
  call.onSend?.();
  if (subscriber.closed || !life.alive) return;
  world.note(`${life.name} sends ${call.method} ${new URL(call.url).pathname}`);
  const halfMs = story.latencyMs / 2;
  const moreMs = trouble?.do === 'late' ? trouble.ms : 0;
  vendor.receive(call, trouble, halfMs, (response, made) => {
    world.note(`the vendor answers ${response.status} with ${trouble?.do ?? 'all well'}`);
    if (trouble?.do === 'silence') return;
    const hand = (): void => {
      if (!life.alive || subscriber.closed) return;
      done();
      if (made !== undefined && names(world, made, response, trouble)) {
        const { order, waiting } = made;
        waiting.push(...life.visits.filter(({ open, what }) => open && what.startsWith(order)));
      }
      deliver(world, subscriber, response, trouble);
    };
    if (halfMs + moreMs === 0) hand();
    else subscriber.add(machine.arrive(halfMs + moreMs, hand));
  });
}

/** The way of one client to its vendor. A dead client sends nothing and hears nothing. */
export function wireOf(world: World, life: Life): HttpPort {
  const { machine, story, vendor } = world;
  /** A port that throws, perhaps after it sent. */
  const failing = (call: HttpCall, commit: boolean, trouble: Trouble): never => {
    if (commit) {
      call.onSend?.();
      vendor.receive(call, trouble, story.latencyMs / 2, () => undefined);
    }
    throw new Error('a port that throws');
  };
  const send = (call: HttpCall): Observable<HttpResponse> => {
    if (!life.alive) return NEVER;
    world.checkRequest(life, call);
    const trouble = vendor.troubleOf(call);
    if (trouble?.do === 'defect' && trouble.what === 'throws') {
      return failing(call, trouble.commit, trouble);
    }
    return new Observable((subscriber) => {
      const done = life.underWay(call, vendor.idIn(call.url));
      subscriber.add(done);
      const sending = { life, call, subscriber, trouble, done };
      const start = (): void => {
        if (!life.alive) return;
        if (trouble?.do === 'refuse') {
          const message = 'connection refused';
          subscriber.error(new HttpFault({ reason: 'refused', sent: false, message }));
          return;
        }
        leave(world, sending);
      };
      if (story.connectMs === 0) start();
      else subscriber.add(machine.arrive(story.connectMs, start));
    });
  };
  return { announcesSend: story.announces, send };
}
