import { expectTypeOf } from 'expect-type';
import { EMPTY, NEVER, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Asset } from '../../src/model/Asset.js';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import { distinctSnapshots } from '../../src/operators/distinctSnapshots.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { inVirtualTime } from './inVirtualTime.js';
import { failed, needsAction, queued, running, succeeded } from './snapshots.js';
import type { Film, Still } from './snapshots.js';

type Snapshot = JobSnapshot<Film, Still>;

const asset = (url: string): Asset => ({ url, type: 'video', role: 'output' });

/** How many of these come through. */
function newsAmong(...snapshots: readonly Snapshot[]): number {
  const source = new Subject<Snapshot>();
  let news = 0;
  source.pipe(distinctSnapshots()).subscribe(() => (news += 1));
  for (const snapshot of snapshots) source.next(snapshot);
  return news;
}

describe('distinctSnapshots', () => {
  itKeepsTheLaws<Snapshot, Snapshot>(() => distinctSnapshots(), {
    values: [queued(), queued(), running()],
  });

  it('leaves out looks that show what the one before showed', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const shown = { a: queued(), b: running() };
      const source = cold('  -a-a-b-b-a|  ', shown);
      const result = '       -a---b---a|  ';
      expectObservable(source.pipe(distinctSnapshots())).toBe(result, shown);
    });
  });

  it('passes one value, none, silence, errors and unsubscription', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const shown = { a: queued() };
      expectObservable(cold('-a|', shown).pipe(distinctSnapshots())).toBe('-a|', shown);
      expectObservable(EMPTY.pipe(distinctSnapshots())).toBe('|');
      expectObservable(NEVER.pipe(distinctSnapshots()), '^--!').toBe('----');
      expectObservable(cold('a-a-#', shown).pipe(distinctSnapshots())).toBe('a---#', shown);
      const left = cold('a---a', shown);
      expectObservable(left.pipe(distinctSnapshots()), '^--!').toBe('a---', shown);
      expectSubscriptions(left.subscriptions).toBe('^--!');
    });
  });

  it.each<readonly [string, Snapshot, Snapshot]>([
    ['phase', queued({ status: 'x' }), running({ status: 'x' })],
    ['status', running({ status: 'a' }), running({ status: 'b' })],
    ['progress', running({ progress: 0.1 }), running({ progress: 0.2 })],
    ['preview', needsAction(), needsAction({ preview: { image: 'https://acme.example/2.png' } })],
    ['output', succeeded(), succeeded({ output: { url: 'https://acme.example/2.mp4' } })],
    ['failure', failed(), failed({ failure: { message: 'another' } })],
    ['credits', running({ credits: 1 }), running({ credits: 2 })],
    ['the URL of an asset', running(), running({ assets: [asset('https://acme.example/a')] })],
    [
      'the path of an asset’s URL',
      running({ assets: [asset('https://acme.example/a')] }),
      running({ assets: [asset('https://acme.example/b')] }),
    ],
  ])('takes another %s for news', (_, before, after) => {
    expect(newsAmong(before, after)).toBe(2);
    expect(newsAmong(before, before, after, after)).toBe(2);
  });

  it.each<readonly [string, Snapshot, Snapshot]>([
    ['time of the look', running(), running({ observedAt: 99 })],
    ['body', running({ raw: { a: 1 } }), running({ raw: { a: 2 } })],
    ['estimate of the time left', running({ etaMs: 9 }), running({ etaMs: 8 })],
    [
      'signature of an asset’s URL',
      running({ assets: [asset('https://acme.example/a?sig=1')] }),
      running({ assets: [asset('https://acme.example/a?sig=2#t')] }),
    ],
    [
      'signature in the output',
      succeeded({ output: { url: 'https://acme.example/a?sig=1' } }),
      succeeded({ output: { url: 'https://acme.example/a?sig=2' } }),
    ],
  ])('takes another %s for none', (_, before, after) => {
    expect(newsAmong(before, after)).toBe(1);
  });

  it('takes what cannot be compared for news', () => {
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    const odd = succeeded({ output: endless as unknown as Film });
    expect(newsAmong(odd, odd, succeeded(), succeeded())).toBe(3);
  });

  it('compares for each subscriber alone', () => {
    inVirtualTime(({ hot, expectObservable }) => {
      const shown = { a: queued() };
      const result = hot('a-a-a', shown).pipe(distinctSnapshots());
      expectObservable(result).toBe('a', shown);
      expectObservable(result, '-^').toBe('--a', shown);
    });
  });

  it('keeps the type of the snapshots', () => {
    const result = new Subject<Snapshot>().pipe(distinctSnapshots());
    expectTypeOf(result).toEqualTypeOf<Observable<Snapshot>>();
  });
});
