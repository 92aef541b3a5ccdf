import { openAsBlob } from 'node:fs';
import { extname } from 'node:path';
import { outputOf, unwrap } from 'rushes';
import type { MagicHour } from 'rushes/magic-hour';

/** Brings a picture and a recording from the disk to Magic Hour, and lets the picture say it. */
export async function talkingPhoto(
  magicHour: MagicHour,
  picture: string,
  recording: string,
  seconds: number,
): Promise<readonly string[]> {
  const uploaded = async (path: string) => {
    const file = await openAsBlob(path);
    const extension = extname(path).slice(1).toLowerCase();
    return unwrap(magicHour.files.upload(file, { extension }));
  };
  const [image_file_path, audio_file_path] = await Promise.all([
    uploaded(picture),
    uploaded(recording),
  ]);
  const job$ = magicHour.aiTalkingPhoto.run({
    start_seconds: 0,
    end_seconds: seconds,
    assets: { image_file_path, audio_file_path },
  });
  const { downloads } = await outputOf(job$);
  return downloads.map(({ url }) => url);
}
