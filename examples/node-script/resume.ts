// Orders a video, and may be killed at any moment: started again, it goes on where it was.
//   node resume.js order-7 jobs
import { lastValueFrom, toArray } from 'rxjs';
import { explain, formatRef, isJobError, isLeft, isRight, unwrap } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { fileStore } from 'rushes/node';

const [order = 'order-1', folder = 'jobs'] = process.argv.slice(2);
const baseUrl = process.env['CREATIFY_BASE_URL'];
const creatify = createCreatify({
  apiId: process.env['CREATIFY_API_ID'] ?? '',
  apiKey: process.env['CREATIFY_API_KEY'] ?? '',
  store: fileStore(folder),
  ...(baseUrl === undefined ? {} : { baseUrl }),
});

/** What was sent without an answer: the vendor is asked, and nothing is sent again. */
async function settle(): Promise<void> {
  for (const { intentId, operation } of await unwrap(creatify.intents())) {
    const told = await unwrap(creatify.reconcile(intentId));
    console.log(operation, told.type);
    // Nobody else uses this account, and each order has a name of its own: likeness is enough.
    if (told.type === 'found') await unwrap(creatify.resolveIntent(intentId, told.ref));
  }
}

/** Jobs of other orders that were under way. */
async function others(): Promise<void> {
  for (const { ref, job$ } of await lastValueFrom(creatify.resume().pipe(toArray()))) {
    const end = await lastValueFrom(job$);
    console.log(formatRef(ref), isLeft(end) ? end.left._tag : end.right.phase);
  }
}

try {
  await settle();
  // The same key is the same job, in this process and in the next one: it is bought once.
  const job$ = creatify.aurora.run(
    {
      image: 'https://files.example/face.png',
      audio: 'https://files.example/voice.mp3',
      name: order,
    },
    { idempotencyKey: order },
  );
  job$.subscribe((event) => {
    if (isRight(event))
      return console.log(event.right.phase, event.right.output?.video_output ?? '');
    console.error(explain(event.left).advice);
    process.exitCode = 1;
  });
  await lastValueFrom(job$);
  await others();
} catch (error) {
  if (!isJobError(error)) throw error;
  console.error(`${error.message}\n${explain(error).advice}`);
  process.exitCode = 1;
} finally {
  await creatify.close();
}
