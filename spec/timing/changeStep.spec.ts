import fc from 'fast-check';
import { changeStep, fingerprintOf } from '../../src/timing/changeStep.js';
import { running, succeeded } from '../operators/snapshots.js';
import { anyFraction } from './phases.js';
import { runStep } from './runStep.js';

const anySnapshot = fc
  .record({
    status: fc.constantFrom('a', 'b'),
    progress: fc.option(anyFraction, { nil: undefined }),
  })
  .map(({ status, progress }) =>
    running({ status, ...(progress === undefined ? {} : { progress }) }),
  );

describe('changeStep', () => {
  it('emits exactly the snapshots that differ from the one before', () => {
    fc.assert(
      fc.property(fc.array(anySnapshot), (snapshots) => {
        const emitted = runStep(changeStep, {}, snapshots).map(({ commands }) => commands.length);
        const expected = snapshots.map((snapshot, index) =>
          index > 0 && fingerprintOf(snapshot) === fingerprintOf(snapshots[index - 1] ?? snapshot)
            ? 0
            : 1,
        );
        expect(emitted).toEqual(expected);
      }),
    );
  });

  it('emits a repeated snapshot once', () => {
    fc.assert(
      fc.property(anySnapshot, fc.integer({ min: 1, max: 9 }), (snapshot, times) => {
        const history = Array.from({ length: times }, () => snapshot);
        expect(runStep(changeStep, {}, history).flatMap(({ commands }) => commands)).toEqual([
          'emit',
        ]);
      }),
    );
  });

  it('goes by the URL of an asset without its query and hash, in any case of letters', () => {
    const at = (url: string) =>
      fingerprintOf(running({ assets: [{ url, type: 'video', role: 'output' }] }));
    expect(at('https://acme.example/a?X-Signature=1')).toBe(at('https://acme.example/a#t=2'));
    expect(at('HTTPS://acme.example/a?1')).toBe(at('HTTPS://acme.example/a?2'));
    expect(at('https://acme.example/a')).not.toBe(at('https://acme.example/b'));
  });

  it('keeps question marks that are not part of a URL', () => {
    const saying = (output: string) => fingerprintOf({ ...succeeded(), output });
    expect(saying('what? a')).not.toBe(saying('what? b'));
  });

  it('cannot compare what is no JSON, nor what is nested deeper than the stack', () => {
    let deep: unknown = 0;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(fingerprintOf({ ...succeeded(), output: 1n })).toBeUndefined();
    expect(fingerprintOf({ ...succeeded(), output: deep })).toBeUndefined();
  });
});
