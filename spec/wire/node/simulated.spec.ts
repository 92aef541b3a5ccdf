import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { isLeft, isRight, orThrow, toResult } from 'rushes';
import { createMagicHour } from 'rushes/magic-hour';
import { download } from 'rushes/node';
import { startSimulator } from 'rushes/testing';

const INPUT = {
  start_seconds: 0,
  end_seconds: 5,
  assets: {
    video_source: 'file',
    video_file_path: 'https://files.example/a.mp4',
    audio_file_path: 'https://files.example/a.mp3',
  },
} as const;

it('the assets of a simulated job can be downloaded, and refreshed once they have expired', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'rushes-download-'));
  const sim = await startSimulator({ durationMs: 20 });
  const magicHour = createMagicHour(sim.magicHour.options);
  const options = { privateOrigins: [sim.url] };
  try {
    const result = await firstValueFrom(magicHour.lipSync.run(INPUT).pipe(toResult()));
    if (isLeft(result)) throw result.left;
    const { ref, assets } = result.right;
    const [asset] = assets;
    if (asset === undefined) throw new Error('a finished job has an asset');
    const last = await lastValueFrom(download(asset, dir, options).pipe(orThrow()));
    expect(last.done && readFileSync(last.path)).toHaveLength(last.receivedBytes);

    const old = { ...asset, expiresAt: Date.now() - 1 };
    const refused = await lastValueFrom(download(old, dir, { ...options, ref }));
    expect(isLeft(refused) && refused.left).toMatchObject({ _tag: 'Rejected', ref });
    const fresh = await firstValueFrom(magicHour.refresh(ref));
    expect(isRight(fresh) && fresh.right.map(({ role }) => role)).toEqual([asset.role]);
  } finally {
    await magicHour.close();
    await sim.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
