import { expectTypeOf } from 'expect-type';
import { EMPTY, NEVER, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import type { Phase } from '../../src/model/Phase.js';
import { untilTerminal } from '../../src/operators/untilTerminal.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';
import { canceled, failed, gone, needsAction, queued, running, succeeded } from './snapshots.js';
import type { Film, Still } from './snapshots.js';

type Snapshot = JobSnapshot<Film, Still>;

const shown: Readonly<Record<string, Snapshot>> = {
  q: queued(),
  r: running(),
  u: running({ phase: 'unknown', status: 'post_processing' }),
  n: needsAction(),
  s: succeeded(),
  f: failed(),
  c: canceled(),
  g: gone(),
};

describe('untilTerminal', () => {
  itKeepsTheLaws<{ readonly phase: Phase }, { readonly phase: Phase }>(() => untilTerminal(), {
    values: [queued(), running()],
  });

  it('completes with the snapshot that ends the job, and leaves the source', () => {
    inVirtualTime(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -q-r-s-s-    ', shown);
      const result = '      -q-r-(s|)    ';
      expectObservable(source.pipe(untilTerminal())).toBe(result, shown);
      expectSubscriptions(source.subscriptions).toBe('^----!');
    });
  });

  it.each(['s', 'f', 'c', 'g'])('takes %s for the end, whatever is waited for', (end) => {
    inVirtualTime(({ hot, expectObservable }) => {
      for (const until of ['settled', 'terminal'] as const) {
        const result = hot(`r-${end}-r`, shown).pipe(untilTerminal({ until }));
        expectObservable(result).toBe(`r-(${end}|)`, shown);
      }
    });
  });

  it.each(['q', 'r', 'u'])('goes on after %s', (unfinished) => {
    inVirtualTime(({ cold, expectObservable }) => {
      const source = cold(`${unfinished}-s`, shown);
      expectObservable(source.pipe(untilTerminal())).toBe(`${unfinished}-(s|)`, shown);
    });
  });

  it('ends where a person must act, or goes on until the real end', () => {
    inVirtualTime(({ hot, expectObservable }) => {
      const source = hot('r-n-r-s-', shown);
      expectObservable(source.pipe(untilTerminal())).toBe('r-(n|)', shown);
      const settled = source.pipe(untilTerminal({ until: 'settled' }));
      expectObservable(settled).toBe('r-(n|)', shown);
      const terminal = source.pipe(untilTerminal({ until: 'terminal' }));
      expectObservable(terminal).toBe('r-n-r-(s|)', shown);
    });
  });

  it('mirrors a source that ends before the job', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      expectObservable(cold('q-r-|', shown).pipe(untilTerminal())).toBe('q-r-|', shown);
      expectObservable(cold('q-#', shown).pipe(untilTerminal())).toBe('q-#', shown);
      expectObservable(cold('r|', shown).pipe(untilTerminal())).toBe('r|', shown);
      expectObservable(EMPTY.pipe(untilTerminal())).toBe('|');
      expectObservable(NEVER.pipe(untilTerminal()), '^--!').toBe('----');
    });
  });

  it('leaves the source when it is left', () => {
    inVirtualTime(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('q-r-r-', shown);
      expectObservable(source.pipe(untilTerminal()), '^--!').toBe('q-r-', shown);
      expectSubscriptions(source.subscriptions).toBe('^--!');
    });
  });

  it('begins anew for each subscriber', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const result = cold('q-s-', shown).pipe(untilTerminal());
      expectObservable(result).toBe('q-(s|)', shown);
      expectObservable(result, '----^').toBe('----q-(s|)', shown);
    });
  });

  it('emits one end, also when its consumer makes the source emit another', () => {
    const source = new Subject<Snapshot>();
    const seen: Snapshot[] = [];
    source.pipe(untilTerminal()).subscribe((snapshot) => {
      seen.push(snapshot);
      if (seen.length < 5) source.next(failed());
    });
    source.next(running());
    expect(seen.map(({ phase }) => phase)).toEqual(['running', 'failed']);
  });

  it('goes on for a word that is no phase', () => {
    const seen: unknown[] = [];
    of({ phase: 'rendering' as Phase }, { phase: 'succeeded' as const })
      .pipe(untilTerminal())
      .subscribe((value) => seen.push(value));
    expect(seen).toHaveLength(2);
  });

  it('refuses another `until` at once (law 10)', () => {
    expectRefusal(() => untilTerminal({ until: 'done' as never }), 'untilTerminal', 'until');
  });

  it('keeps the type of anything with a phase, and takes nothing else', () => {
    interface Named {
      readonly phase: Phase;
      readonly name: string;
    }
    const named = new Subject<Named>().pipe(untilTerminal());
    expectTypeOf(named).toEqualTypeOf<Observable<Named>>();
    const snapshots = new Subject<Snapshot>().pipe(untilTerminal());
    expectTypeOf(snapshots).toEqualTypeOf<Observable<Snapshot>>();
    // @ts-expect-error a status word is no phase
    of({ phase: 'rendering' }).pipe(untilTerminal());
  });
});
