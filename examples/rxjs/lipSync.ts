import { isRight, toResult, toState } from 'rushes';
import { createSync } from 'rushes/sync';

const sync = createSync({ apiKey: 'your-key' });
const job$ = sync.generations.run({
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://files.example/face.mp4' },
    { type: 'audio', url: 'https://files.example/voice.wav' },
  ],
}); // nothing happens yet

job$.pipe(toState()).subscribe(({ phase, progress = 0 }) => console.log(phase, progress)); // one POST
job$.pipe(toResult()).subscribe((result) => {
  // the same job, no second POST
  console.log(isRight(result) ? result.right.output.outputUrl : result.left.message);
});
