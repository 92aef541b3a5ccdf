import type { Call } from '../Call.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { uuid } from '../vendorId.js';
import type { World } from '../World.js';
import { assetModels } from './assetModels.js';
import { NOT_FOUND } from './creatifyError.js';
import { musicRoutes } from './musicRoutes.js';

/**
 * What there is to choose from: voices, music, templates, styles and models.
 *
 * @param world - where chance comes from
 * @since 0.1.0
 */
export function catalogueRoutes(world: World): readonly Route[] {
  const id = (name: string) => uuid(world.random('creatify', 'catalogue', name));
  const read = (path: string, answer: Route['answer']): Route => ({
    method: 'GET',
    path: `/api/${path}/`,
    role: 'other',
    answer,
  });
  const all = (path: string, items: readonly JsonFields[]): Route =>
    read(path, () => json(200, items));
  const voices = VOICES.map(([name, gender, accent]) => ({
    name,
    gender,
    accents: [{ id: id(name), accent_name: accent, preview_url: preview(name, 'mp3') }],
  }));
  const template = {
    template_id: id('template'),
    name: 'Product in three scenes',
    preview: preview('template', 'mp4'),
    aspect_ratio: '9x16',
    created_at: world.isoTime(0),
    updated_at: world.isoTime(0),
  };
  const inspirations = INSPIRATIONS.map((name) => inspiration(id(name), name));
  return [
    all('voices', voices),
    read('voices/count', () => json(200, { max_count: 10, current_count: 0 })),
    ...musicRoutes(read),
    all('custom_templates', [template]),
    read('custom_templates/:id', ({ params }) =>
      params['id'] === template.template_id
        ? json(200, { ...template, variables: TEMPLATE_VARIABLES })
        : NOT_FOUND,
    ),
    all('html_interactive_ads/styles', AD_STYLES),
    all('inspirations', inspirations),
    read('inspirations/:id', ({ params }) => {
      const found = inspirations.find((item) => item.id === params['id']);
      return found === undefined ? NOT_FOUND : json(200, found);
    }),
    read('asset_generator/schemas', schemas),
  ];
}

const VOICES = [
  ['Marlow', 'male', 'English (US)'],
  ['Wren', 'female', 'English (UK)'],
] as const;

const INSPIRATIONS = ['Product on a pedestal', 'Unboxing at a window'];

const TEMPLATE_VARIABLES = { headline: { type: 'text' }, product: { type: 'image' } };

const AD_STYLES: readonly JsonFields[] = ['swipe-cards', 'scratch-off'].map((style) => ({
  id: style,
  name: style.replace('-', ' '),
  type: 'playable',
  interactive: true,
  thumbnail_url: preview(style, 'png'),
  preview_video_url: preview(style, 'mp4'),
}));

/** @see https://docs.creatify.ai/api-reference/inspiration/get-inspirations */
function inspiration(id: string, name: string) {
  return {
    id,
    name,
    description: `${name}.`,
    gen_type: 'image_to_video',
    input_params_schema: {
      schema_uri: 'https://json-schema.org/draft/2020-12/schema',
      required: ['image_url'],
      properties: { image_url: { type: 'string' } },
    },
    credit_cost: 5,
    categories: [{ name: 'Product' }],
    labels: [],
    preview_image: preview('inspiration', 'png'),
    preview_video: preview('inspiration', 'mp4'),
  };
}

/** All schemas, or those of the models that are named, by commas. */
function schemas({ request }: Call): SimResponse {
  const names = request.query.get('model_name')?.split(',');
  const wanted = assetModels.filter(({ model_name }) => names?.includes(model_name) ?? true);
  return json(
    200,
    wanted.map(({ model_name, input_params_schema, generation_type }) => ({
      model_name,
      input_params_schema,
      generation_type,
    })),
  );
}

function preview(name: string, ending: string): string {
  return `https://media.example.com/${name}.${ending}`;
}
