import { Bench } from '../Bench.js';
import { OPERATIONS } from './operations.js';

const look = (bench: Bench) => bench.ask('magicHour', 'GET /v1/account');

/** Paths of the values of an object: `subscription.price.amount`. */
const pathsOf = (value: unknown, path = ''): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [
        `${path}${name}`,
        ...pathsOf(inner, `${path}${name}.`),
      ]);

describe("Magic Hour's account, simulated", () => {
  it('has the fields that the document lists', () => {
    const { response = [] } = OPERATIONS.find(({ path }) => path === '/v1/account') ?? {};
    const { status, json } = look(new Bench());
    expect(status).toBe(200);
    expect(pathsOf(json)).toEqual(expect.arrayContaining([...response]));
    expect(json).toMatchObject({ tier: 'pro', subscription: { status: 'active' } });
  });

  it('is the same for a seed', () => {
    expect(look(new Bench({ seed: 7 })).json).toEqual(look(new Bench({ seed: 7 })).json);
    expect(look(new Bench({ seed: 8 })).json['id']).not.toBe(look(new Bench()).json['id']);
  });

  it('has less credits with every job, and has back those of one that failed', () => {
    const bench = new Bench();
    const credits = () => Number(look(bench).json['credits']);
    const full = credits();
    bench.sim.magicHour.createJob('images', { course: 'aiGifGenerator' });
    expect(full - credits()).toBe(50);
    bench.sim.magicHour.createJob('faceDetection');
    expect(full - credits()).toBe(50);
    bench.sim.magicHour.createJob('videos', { outcome: 'failed' });
    expect(full - credits()).toBe(500);
    bench.advance(1000);
    expect(full - credits()).toBe(50);
  });

  it('needs a key', () => {
    const { status } = new Bench().ask('magicHour', 'GET /v1/account', {
      headers: { Authorization: '' },
    });
    expect(status).toBe(401);
  });
});
