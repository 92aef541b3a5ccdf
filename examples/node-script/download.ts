// Saves the files of a finished job: node download.js magic-hour:videos:<id> videos
import { lastValueFrom, tap } from 'rxjs';
import { explain, isJobError, isLeft, orThrow, parseRef, unwrap } from 'rushes';
import { createMagicHour } from 'rushes/magic-hour';
import { download } from 'rushes/node';

const [line = '', dir = 'videos'] = process.argv.slice(2);
const magicHour = createMagicHour({ apiKey: process.env['MAGIC_HOUR_API_KEY'] ?? '' });
try {
  const parsed = parseRef(line);
  if (isLeft(parsed)) throw parsed.left;
  const ref = parsed.right;
  for (const asset of await unwrap(magicHour.refresh(ref))) {
    const download$ = download(asset, dir, { ref }).pipe(
      orThrow(),
      tap(({ receivedBytes, totalBytes = '?' }) => console.log(receivedBytes, 'of', totalBytes)),
    );
    console.log((await lastValueFrom(download$)).path);
  }
} catch (error) {
  if (!isJobError(error)) throw error;
  console.error(`${error.message}\n${explain(error).advice}`);
}
