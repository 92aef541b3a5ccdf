import { isRight } from 'fp-ts/lib/Either.js';
import { number, string, type } from 'io-ts';
import { filter, firstValueFrom, map, of } from 'rxjs';
import { outputOf, toResult } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';

const Job = type({ id: string, progress: number });

export const progress = firstValueFrom(
  of<unknown>({ id: 'a', progress: 0.5 }).pipe(
    map((body) => Job.decode(body)),
    filter(isRight),
    map(({ right }) => right.progress),
  ),
);
const creatify = createCreatify({ apiId: 'an-id', apiKey: 'a-key' });
const sync = createSync({ apiKey: 'a-key' });
const magicHour = createMagicHour({ apiKey: 'a-key' });
const aurous = createAurous({ apiKey: 'a-key' });

export const video = outputOf(
  creatify.aurora.run({ image: 'https://x.example/a.png', audio: 'https://x.example/a.mp3' }),
).then(({ video_output }) => video_output);
export const generation = firstValueFrom(
  sync.generations
    .run({
      model: 'lipsync-2',
      input: [
        { type: 'video', url: 'https://x.example/a.mp4' },
        { type: 'audio', url: 'https://x.example/a.mp3' },
      ],
    })
    .pipe(toResult()),
);
export const lips = outputOf(
  magicHour.lipSync.run({
    start_seconds: 0,
    end_seconds: 5,
    assets: {
      video_source: 'file',
      video_file_path: 'https://x.example/a.mp4',
      audio_file_path: 'https://x.example/a.mp3',
    },
  }),
).then(({ downloads }) => downloads);
export const character = outputOf(aurous.characters.run({ name: 'Aurora' }));
