import { explain, formatRef, isJobError, outputOf } from 'rushes';
import { createCreatify } from 'rushes/creatify';

const creatify = createCreatify({
  apiId: process.env['CREATIFY_API_ID'] ?? '',
  apiKey: process.env['CREATIFY_API_KEY'] ?? '',
});
const job$ = creatify.aurora.run({
  image: 'https://files.example/face.png',
  audio: 'https://files.example/voice.mp3',
});
try {
  const { video_output } = await outputOf(job$, {
    onSnapshot: ({ status, progress = 0 }) => console.log(status, progress),
  });
  console.log(video_output);
} catch (error) {
  if (!isJobError(error)) throw error;
  console.error(explain(error).advice, error.ref === undefined ? '' : formatRef(error.ref));
}
