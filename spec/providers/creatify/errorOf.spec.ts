import { errorOf } from '../../../src/providers/creatify/errorOf.js';

const read = (body: unknown, status = 400) =>
  errorOf({
    status,
    headers: {},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('an error answer of Creatify', () => {
  it('is read in each of its shapes', () => {
    expect(read(['Failed to scrape url: ', 'Try again']).message).toBe(
      'Failed to scrape url: ; Try again',
    );
    expect(read({ detail: 'Not found.' }).message).toBe('Not found.');
    expect(read({ error: 'Invalid request body or model not found.' }).message).toBe(
      'Invalid request body or model not found.',
    );
    expect(read({ message: 'Insufficient credits', code: 'no_credits' })).toEqual({
      code: 'no_credits',
      message: 'Insufficient credits',
    });
  });

  it('names the fields that the vendor complains of', () => {
    expect(read({ image: ['Enter a valid URL.'], name: ['Too long.', 'Too odd.'] }).message).toBe(
      'image: Enter a valid URL.; name: Too long.; Too odd.',
    );
  });

  it('is the title where a gateway answers with a page', () => {
    const page =
      '<html><head><title>502 Bad\n Gateway</title></head><body><h1>x</h1></body></html>';
    expect(read(page, 502)).toEqual({ message: '502 Bad Gateway' });
    expect(read('upstream timed out', 504)).toEqual({ message: 'upstream timed out' });
    expect(read('', 500)).toEqual({ message: undefined });
  });
});
