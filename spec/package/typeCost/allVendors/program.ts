import { isRight } from 'fp-ts/lib/Either.js';
import { number, string, type } from 'io-ts';
import { filter, firstValueFrom, map, of } from 'rxjs';
import { combineJobs, outputOf, reviewWith, toResult, unwrap } from 'rushes';
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

const audio = 'https://files.example/voice.mp3';
const image = 'https://files.example/face.png';
const film = 'https://files.example/face.mp4';

export const talking = outputOf(creatify.aurora.run({ image, audio })).then(
  ({ video_output }) => video_output,
);
export const spoken = creatify.textToSpeech.run({ script: 'Hello', accent: audio });
export const previewed = creatify.linkToVideos
  .preview({ link: audio })
  .pipe(reviewWith(({ ref }) => creatify.linkToVideos.render(ref)));
export const voices = unwrap(creatify.voices.list());
export const credits = unwrap(creatify.remainingCredits());

export const generation = firstValueFrom(
  sync.generations
    .run({
      model: 'lipsync-2',
      input: [
        { type: 'video', url: film },
        { type: 'audio', url: audio },
      ],
    })
    .pipe(toResult()),
);
export const speech = sync.ttsJobs.run({ script: 'Hello', voiceId: 'v1', provider: 'elevenlabs' });
export const transcript = sync.transcriptions.run({ sourceVideoUrl: film });
export const models = unwrap(sync.models.list());

export const lips = outputOf(
  magicHour.lipSync.run({
    start_seconds: 0,
    end_seconds: 5,
    assets: { video_source: 'file', video_file_path: film, audio_file_path: audio },
  }),
).then(({ downloads }) => downloads);
export const tools = [
  magicHour.textToVideo,
  magicHour.aiImageGenerator,
  magicHour.aiVoiceGenerator,
];
export const faces = magicHour.faceDetection.run({ assets: { target_file_path: film } });

export const character = outputOf(aurous.characters.run({ name: 'Aurora' }));
export const picture = aurous.images.run({ prompt: 'a lighthouse at dawn' });
export const shot = aurous.videos.run({ prompt: 'a lighthouse at dawn' });
export const batch = combineJobs([picture, shot, speech]);
