import { EMPTY } from 'rxjs';
import { estimateProgress, reviewWith } from 'rushes';
import type { EstimateProgressOptions, NeedsAction } from 'rushes';
import type { AurousOptions, CharacterInput, CharacterPreview } from 'rushes/aurous';
import { createAurous } from 'rushes/aurous';
import type { DemoVendor } from '../DemoVendor.js';
import { RequestMeter } from '../RequestMeter.js';

/** Whether a character is to be saved: where your program shows the pictures to a person. */
export type Review = (preview: CharacterPreview) => Promise<boolean>;

/** Aurous's characters: once synthesized, each waits for a person's decision. */
export function aurousVendor(
  options: AurousOptions,
  review: Review,
  estimate?: EstimateProgressOptions,
): DemoVendor<CharacterInput> {
  const meter = new RequestMeter();
  const aurous = createAurous({ ...options, diagnostics: meter.count });
  const { characters } = aurous;
  const reviewed = reviewWith(async ({ ref, preview }: NeedsAction<CharacterPreview>) =>
    (await review(preview)) ? characters.save(ref) : EMPTY,
  );
  const vendor = 'Aurous';
  return {
    run: (input) => ({
      vendor,
      call: 'characters.run',
      job$: characters.run(input).pipe(estimateProgress(estimate), reviewed),
      requests: meter.ofRun,
    }),
    watch: (id) => ({
      vendor,
      call: 'characters.watch',
      job$: characters.watch(id).pipe(estimateProgress(estimate), reviewed),
      requests: meter.ofWatch,
    }),
    close: () => aurous.close(),
  };
}
