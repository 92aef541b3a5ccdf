import { config } from 'rxjs';
import fc from 'fast-check';
import { auroraBody, AURORA_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { stage } from '../stage.js';

const GRAMMAR = /^(?:[a-z][^,]*,)*(?:![A-Za-z]+,)?\|$/;

describe('Law 1: a job stream is Right* Left?, then complete', () => {
  it('completes with the last snapshot of a job that ends well', () => {
    const { time, creatify } = stage([
      answer(201, auroraBody('pending')),
      answer(200, auroraBody('running', { progress: 30 })),
      answer(200, auroraBody('done')),
    ]);
    const seen = observe(creatify().aurora.run(AURORA_INPUT), time);
    time.flush();
    expect(seen.lines).toEqual([
      '0 queued pending',
      '1000 running running 0.3',
      '2000 succeeded done 1',
      '2000 |',
    ]);
  });

  it.each(['failed', 'rejected'])('ends a job that is %s with a snapshot, not a Left', (status) => {
    const { time, creatify } = stage([
      answer(200, auroraBody(status, { failed_reason: 'No face was found.' })),
    ]);
    const seen = observe(creatify().aurora.watch(ID), time);
    expect(seen.lines).toEqual([`0 failed ${status}`, '0 |']);
    expect(seen.last).toMatchObject({ failure: { message: 'No face was found.' } });
  });

  it('says nothing after a Left', () => {
    const { time, port, creatify } = stage([
      answer(200, auroraBody('running')),
      answer(401, { detail: 'Invalid API key.' }),
      answer(200, auroraBody('done')),
    ]);
    const seen = observe(creatify().aurora.watch(ID), time);
    time.flush();
    expect(seen.lines).toEqual(['0 running running', '1000 !Unauthorized', '1000 |']);
    expect(port.calls).toHaveLength(2);
  });

  it('keeps the grammar on random histories', () => {
    const looks: fc.Arbitrary<Reply> = fc.oneof(
      fc
        .constantFrom('pending', 'in_queue', 'running', 'done', 'failed', 'rejected', 'odd')
        .map((status) => answer(200, auroraBody(status))),
      fc
        .constantFrom(400, 401, 404, 408, 410, 429, 500, 501, 503, 302)
        .map((status) => answer(status)),
      fc
        .constantFrom('reset', 'timeout', 'tls', 'dns', 'too-large')
        .map((reason) => broken(reason as 'reset')),
      fc.constantFrom('', '<html>', '{"id":', 'null', '{}').map((text) => answer(200, text)),
    );
    fc.assert(
      fc.property(fc.array(looks, { minLength: 1, maxLength: 12 }), (replies) => {
        const { time, creatify } = stage([...replies, answer(200, auroraBody('done'))]);
        const seen = observe(creatify().aurora.watch(ID), time);
        time.flush();
        expect(`${seen.words.join(',')}`).toMatch(GRAMMAR);
        expect(seen.defects).toEqual([]);
        expect(time.pending()).toBe(0);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  describe('the error channel is for defects in user code', () => {
    const defect = new Error('the cadence is broken');

    it('such as a cadence that throws when the watch begins', () => {
      const { time, creatify } = stage([answer(201, auroraBody('pending'))]);
      const cadence = (): number => {
        throw defect;
      };
      const seen = observe(creatify().aurora.run(AURORA_INPUT, { cadence }), time);
      expect(seen.lines).toEqual(['0 queued pending', '0 #']);
      expect(seen.defects).toEqual([defect]);
      expect(time.pending()).toBe(0);
    });

    it('or one that throws later; watchers with a sound one go on', () => {
      const { time, port, creatify } = stage([
        answer(200, auroraBody('pending')),
        answer(200, auroraBody('running')),
        answer(200, auroraBody('done')),
      ]);
      const cadence = ({ looks }: { readonly looks: number }): number => {
        if (looks > 1) throw defect;
        return 100;
      };
      const { aurora } = creatify();
      const broke = observe(aurora.watch(ID, { cadence }), time);
      const sound = observe(aurora.watch(ID), time);
      time.flush();
      expect(broke.lines).toEqual(['0 queued pending', '100 running running', '100 #']);
      expect(broke.defects).toEqual([defect]);
      expect(sound.lines).toEqual([
        '0 queued pending',
        '100 running running',
        '1100 succeeded done 1',
        '1100 |',
      ]);
      expect(port.calls).toHaveLength(3);
    });

    it('and a subscriber that throws hurts nobody else', () => {
      const reported: unknown[] = [];
      const { onUnhandledError } = config;
      config.onUnhandledError = (error) => void reported.push(error);
      jest.useFakeTimers();
      try {
        const { time, creatify } = stage([
          answer(200, auroraBody('running')),
          answer(200, auroraBody('done')),
        ]);
        const job$ = creatify().aurora.watch(ID);
        job$.subscribe(() => {
          throw defect;
        });
        const other = observe(job$, time);
        time.flush();
        jest.runAllTimers();
        expect(other.words).toEqual(['running running', 'succeeded done 1', '|']);
        expect(reported).toEqual([defect, defect]);
      } finally {
        jest.useRealTimers();
        config.onUnhandledError = onUnhandledError;
      }
    });
  });
});
