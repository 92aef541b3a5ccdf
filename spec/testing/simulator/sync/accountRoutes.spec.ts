import { Bench } from '../Bench.js';

type Item = Readonly<Record<string, unknown>>;
const itemsOf = (json: unknown) => json as readonly Item[];

describe('What an account of sync.so reads', () => {
  it('is the models', () => {
    const models = itemsOf(new Bench().ask('sync', 'GET /v2/models').json);
    expect(models.map(({ id }) => id)).toContain('react-1');
    for (const model of models) {
      expect(Object.keys(model).sort()).toEqual(['id', 'name', 'type', 'version']);
    }
  });

  it('is the secret of its webhooks, whole or for display', () => {
    const bench = new Bench();
    const secret = (query: string) =>
      String(bench.ask('sync', `GET /v2/organizations/webhook/secret${query}`).json['secret']);
    expect(secret('')).toMatch(/^whsec_[0-9a-f]{48}$/);
    expect(secret('?masked=false')).toBe(secret(''));
    expect(secret('?masked=true')).toMatch(/^whsec_\*{8}[0-9a-f]{4}$/);
    expect(secret('?masked=true').slice(-4)).toBe(secret('').slice(-4));
  });

  it('is, without a key, whether the vendor is well', () => {
    const well = new Bench().ask('sync', 'GET /v2/healthcheck', { keyless: true });
    expect(well.status).toBe(200);
  });

  it('is nothing without a key but that and the errors', () => {
    const bench = new Bench();
    const paths = ['/v2/models', '/v2/voices', '/v2/batch', '/v2/organizations/webhook/secret'];
    for (const path of paths) {
      expect(bench.ask('sync', `GET ${path}`, { keyless: true }).status).toBe(401);
    }
    expect(bench.ask('sync', 'GET /v2/errors', { keyless: true }).status).toBe(200);
  });
});
