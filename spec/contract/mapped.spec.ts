import { left, right } from 'fp-ts/lib/Either.js';
import { string } from 'io-ts';
import { mapped } from '../../src/contract/mapped.js';

describe('a decoder that makes something else of what it read', () => {
  const lengths = mapped(string, (text) => text.length);

  it('gives what was made of a good value', () => {
    expect(lengths.decode('four')).toEqual(right(4));
  });

  it('passes on what is wrong, and makes nothing', () => {
    const make = jest.fn();
    const refusing = mapped({ decode: () => left('no text') }, make);
    expect(refusing.decode(7)).toEqual(left('no text'));
    expect(make).not.toHaveBeenCalled();
  });
});
