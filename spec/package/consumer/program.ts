// What a user writes. The packed smoke test copies it to program.mts and program.cts, compiles both
// against the installed tarball and runs both.
import { isRight, orThrow, outputOf, resultOf } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { download } from 'rushes/node';
import { toResult } from 'rushes/operators';
import { createSync } from 'rushes/sync';
import { startSimulator } from 'rushes/testing';
import { firstValueFrom, lastValueFrom } from 'rxjs';

async function main(): Promise<void> {
  const sim = await startSimulator({ durationMs: 20 });
  const creatify = createCreatify(sim.creatify.options);
  const sync = createSync(sim.sync.options);
  const magicHour = createMagicHour(sim.magicHour.options);
  const aurous = createAurous(sim.aurous.options);

  const job$ = creatify.aurora.run({
    image: 'https://example.com/face.png',
    audio: 'https://example.com/voice.mp3',
  });
  const result = await firstValueFrom(job$.pipe(toResult()));
  const output = await outputOf(job$);
  const again = await resultOf(job$);

  const assets = isRight(again) ? again.right.assets : [];
  const options = { privateOrigins: [sim.url] };
  const downloads = assets.map((asset) =>
    lastValueFrom(download(asset, 'downloads', options).pipe(orThrow())),
  );
  const saved = (await Promise.all(downloads)).map(({ done }) => done);

  console.log(
    JSON.stringify({
      result: isRight(result) && result.right.phase,
      video: output.video_output,
      again: isRight(again) && again.right.ref.id === (isRight(result) && result.right.ref.id),
      creates: sim.creatify.creates,
      saved,
      others: [sync.generations, magicHour.videos, aurous.characters].map(
        (family) => typeof family,
      ),
    }),
  );
  for (const client of [creatify, sync, magicHour, aurous]) await client.close();
  await sim.close();
}

void main();
