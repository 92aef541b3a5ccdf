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

const creatify = () => createCreatify({ apiId: 'an-id-4f1b7a', apiKey: 'a-key-9d2e6c', ...QUICK });

const TEXT = '/api/text_generator/';
const SYNC = { ...LEAST.textGenerator, sync: true };
const text = (name: string): unknown => fixture(`creatify/textGenerator/${name}`);
const generated = (answer: unknown): Route => ({
  method: 'POST',
  path: '/sse/text_generator/',
  requestBody: SYNC,
  status: 200,
  body: answer,
});

describe('textGenerator.generate', () => {
  it('gives the text that the one request is answered with', async () => {
    const events = await replay(DOOR, [generated(text('done'))], () =>
      eventsOf(creatify().textGenerator.generate(LEAST.textGenerator)),
    );
    expect(events.map(rightOf)).toMatchObject([
      {
        phase: 'succeeded',
        output: { response_text: 'Hello.' },
        ref: { kind: 'textGenerator', id: ID },
        credits: 0.1,
      },
    ]);
  });

  it('watches on where the answer is a job that still runs', async () => {
    const routes: readonly Route[] = [
      generated(text('pending')),
      { method: 'GET', path: `${TEXT}${ID}/`, status: 200, body: text('done') },
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().textGenerator.generate(LEAST.textGenerator)),
    );
    expect(wordsOf(events)).toEqual(['queued pending', 'succeeded done 1']);
  });

  it('is refused in the vendor’s words', async () => {
    const error = 'Invalid request body or model not found.';
    const events = await replay(DOOR, [{ ...generated({ error }), status: 400 }], () =>
      eventsOf(creatify().textGenerator.generate(LEAST.textGenerator)),
    );
    expect(leftOf(events[0])).toMatchObject({ _tag: 'Rejected', httpStatus: 400 });
    expect(leftOf(events[0]).message).toContain(error);
  });
});
