import { reviewWith } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { fixture } from '../fixtures/fixture.js';
import { LEAST } from '../providers/creatify/inputs.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.creatify.ai',
  headers: { 'x-api-id': 'an-id-4f1b7a', 'x-api-key': 'a-key-9d2e6c' },
};
const ID = '44e480c0-642e-4057-9a50-de00a958e81c';
const NEW_ID = '9b2f9c1e-0c5a-4a0e-8f6e-0b8a1d6f2c33';
const PATH = '/api/product_to_videos/';
const PHOTO = 'https://media.example/productToVideos/photo.png';
const WEBHOOK = { webhook_url: 'https://hooks.example/creatify' };
const MOTION = { motion_style: 'talking', video_prompt: 'She waves.' };

const creatify = () => createCreatify({ apiId: 'an-id-4f1b7a', apiKey: 'a-key-9d2e6c', ...QUICK });

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`creatify/productToVideos/${name}`) as object),
  ...changes,
});
const post = (path: string, requestBody: unknown, answer: unknown): Route => ({
  method: 'POST',
  path: `${PATH}${path}`,
  requestBody,
  status: 201,
  body: answer,
});
const look = (answer: unknown, id = ID): Route => ({
  method: 'GET',
  path: `${PATH}${id}/`,
  status: 200,
  body: answer,
});

describe('productToVideos.run', () => {
  it('makes the picture and waits with it', async () => {
    const routes = [
      post('gen_image/', LEAST.productToVideos, body('initializing')),
      look(body('image_generating')),
      look(body('image_generated')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().productToVideos.run(LEAST.productToVideos)),
    );
    expect(wordsOf(events)).toEqual([
      'queued initializing',
      'running image_generating',
      'needs-action image_generated',
    ]);
    expect(rightOf(events.at(-1))).toMatchObject({
      preview: { generated_photo_url: PHOTO },
      actions: ['genVideo', 'regenImage'],
      assets: [{ url: PHOTO, type: 'image', role: 'generated_photo_url' }],
    });
  });
});

describe('productToVideos.genVideo', () => {
  it('goes on to the video, past looks that are older than it', async () => {
    const routes = [
      post(`${ID}/gen_video/`, MOTION, body('image_generated')),
      look(body('image_generated')),
      look(body('video_generating')),
      look(body('video_generated')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().productToVideos.genVideo(ID, MOTION)),
    );
    expect(wordsOf(events)).toEqual([
      'queued image_generated',
      'running video_generating',
      'succeeded video_generated 1',
    ]);
  });

  it('joins the picture that a person takes in one stream', async () => {
    const { productToVideos } = creatify();
    const routes = [
      post('gen_image/', LEAST.productToVideos, body('image_generated')),
      post(`${ID}/gen_video/`, {}, body('video_generating')),
      look(body('video_generated')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(
        productToVideos
          .run(LEAST.productToVideos)
          .pipe(reviewWith(({ ref }) => productToVideos.genVideo(ref))),
      ),
    );
    expect(wordsOf(events)).toEqual([
      'needs-action image_generated',
      'running video_generating',
      'succeeded video_generated 1',
    ]);
  });

  it('that fails tells why', async () => {
    const routes = [post(`${ID}/gen_video/`, {}, body('video_generating')), look(body('failed'))];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().productToVideos.genVideo(ID)),
    );
    expect(rightOf(events.at(-1))).toMatchObject({
      phase: 'failed',
      failure: { message: 'The input could not be read.' },
    });
  });

  it('that is refused is not sent again', async () => {
    const route = post(`${ID}/gen_video/`, {}, { error: 'The image is not ready.' });
    const events = await replay(DOOR, [{ ...route, status: 400 }], () =>
      eventsOf(creatify().productToVideos.genVideo(ID)),
    );
    expect(leftOf(events[0])).toMatchObject({
      _tag: 'Rejected',
      operation: 'productToVideos.genVideo',
      outcome: 'rejected',
    });
  });
});

describe('productToVideos.regenImage', () => {
  it('makes another job and follows that one', async () => {
    const change = { image_prompt: 'on a pier', ...WEBHOOK };
    const routes = [
      post(`${ID}/regen_image/`, change, body('initializing', { id: NEW_ID })),
      look(body('image_generated', { id: NEW_ID }), NEW_ID),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().productToVideos.regenImage(ID, change)),
    );
    expect(wordsOf(events)).toEqual(['queued initializing', 'needs-action image_generated']);
    expect(events.map((event) => rightOf(event).ref.id)).toEqual([NEW_ID, NEW_ID]);
  });
});

describe('productToVideos.regenVideo', () => {
  it('makes another job, and does not stop at the picture that it has from the first', async () => {
    const routes = [
      post(`${ID}/regen_video/`, MOTION, body('image_generated', { id: NEW_ID })),
      look(body('image_generated', { id: NEW_ID }), NEW_ID),
      look(body('video_generated', { id: NEW_ID }), NEW_ID),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().productToVideos.regenVideo(ID, MOTION)),
    );
    expect(wordsOf(events)).toEqual(['queued image_generated', 'succeeded video_generated 1']);
    expect(rightOf(events.at(-1)).ref.id).toBe(NEW_ID);
  });
});
