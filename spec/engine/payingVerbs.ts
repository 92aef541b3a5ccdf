import type { Observable } from 'rxjs';
import type { Either, JobError, RunOptions } from 'rushes';
import {
  AURORA_INPUT,
  auroraBody,
  characterBody,
  CHARACTER_INPUT,
  generationBody,
  GENERATION_INPUT,
  ID,
  LIP_SYNC_INPUT,
  videoBody,
} from './bodies.js';
import type { Stage } from './stage.js';

/** One method that costs money, and how its vendor answers. */
export interface PayingVerb {
  readonly name: string;
  /** The path of its POST. */
  readonly path: string;
  /** What the vendor answers to the POST. */
  readonly created: unknown;
  /** What a look at the finished job shows. */
  readonly finished: unknown;
  /** Whether the vendor recognizes the same request under the same key. */
  readonly idempotent: boolean;
  /** Whether it makes a job; otherwise it goes on with one. */
  readonly creates: boolean;
  call(stage: Stage, options?: RunOptions): Observable<Either<JobError, unknown>>;
}

const aurora = {
  path: '/api/aurora/',
  created: auroraBody('pending'),
  finished: auroraBody('done'),
  idempotent: false,
  creates: true,
};

const generation = {
  path: '/v2/generate',
  created: generationBody('PENDING'),
  finished: generationBody('COMPLETED'),
  idempotent: true,
  creates: true,
};

/** Every method of the four clients that pays. */
export const PAYING_VERBS: readonly PayingVerb[] = [
  {
    ...aurora,
    name: 'creatify.aurora.run',
    call: ({ creatify }, options) => creatify().aurora.run(AURORA_INPUT, options),
  },
  {
    ...aurora,
    name: 'creatify.aurora.submit',
    call: ({ creatify }, options) => creatify().aurora.submit(AURORA_INPUT, options),
  },
  {
    ...generation,
    name: 'sync.generations.run',
    call: ({ sync }, options) => sync().generations.run(GENERATION_INPUT, options),
  },
  {
    ...generation,
    name: 'sync.generations.submit',
    call: ({ sync }, options) => sync().generations.submit(GENERATION_INPUT, options),
  },
  {
    name: 'magicHour.lipSync.run',
    path: '/v1/lip-sync',
    created: { id: ID, credits_charged: 150 },
    finished: videoBody('complete'),
    idempotent: false,
    creates: true,
    call: ({ magicHour }, options) => magicHour().lipSync.run(LIP_SYNC_INPUT, options),
  },
  {
    name: 'aurous.characters.run',
    path: '/v1/characters',
    created: characterBody('synthesizing'),
    finished: characterBody('ready'),
    idempotent: false,
    creates: true,
    call: ({ aurous }, options) => aurous().characters.run(CHARACTER_INPUT, options),
  },
  {
    name: 'aurous.characters.resynthesize',
    path: `/v1/characters/${ID}/resynthesize`,
    created: characterBody('synthesizing'),
    finished: characterBody('ready'),
    idempotent: true,
    creates: false,
    call: ({ aurous }, options) => aurous().characters.resynthesize(ID, {}, options),
  },
];
