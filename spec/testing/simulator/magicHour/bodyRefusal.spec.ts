import { bodyRefusal } from '../../../../src/testing/simulator/magicHour/bodyRefusal.js';
import type { Fields } from '../../../../src/testing/simulator/magicHour/FieldFact.js';

const messageOf = (body: Readonly<Record<string, unknown>>, fields: Fields) =>
  bodyRefusal(body, fields)?.message;

describe("The judge of Magic Hour's requests", () => {
  it('says the first thing that is wrong, in the order of the facts', () => {
    const fields: Fields = {
      a: { type: 'string' },
      b: { type: 'integer', required: true },
      c: { type: 'string', required: true },
    };
    expect(bodyRefusal({ a: 'x', c: 'x', b: 1 }, fields)).toBeUndefined();
    expect(messageOf({ a: 1 }, fields)).toBe('Invalid type for a: expected string, got integer');
    expect(messageOf({}, fields)).toBe('Missing required field: b');
  });

  it('does not ask for the fields of an object that is left out', () => {
    const fields: Fields = {
      style: { type: 'object' },
      'style.prompt': { type: 'string', required: true },
    };
    expect(bodyRefusal({}, fields)).toBeUndefined();
    expect(messageOf({ style: {} }, fields)).toBe('Missing required field: style.prompt');
  });

  it('judges every member of a list, and says which is wrong', () => {
    const fields: Fields = {
      'assets.faces': { type: 'array', items: { type: 'object' } },
      'assets.faces[].path': { type: 'string', required: true },
    };
    const faces = [{ path: 'x' }, {}];
    expect(messageOf({ assets: { faces } }, fields)).toBe(
      'Missing required field: assets.faces[1].path',
    );
    expect(messageOf({ assets: { faces: ['x'] } }, fields)).toBe(
      'Invalid type for assets.faces[0]: expected object, got string',
    );
    const paths: Fields = { paths: { type: 'array', items: { type: 'string', minLength: 1 } } };
    expect(messageOf({ paths: ['x', ''] }, paths)).toBe('paths[1] must have at least 1 characters');
  });

  it.each([
    [null, 'null'],
    [[], 'array'],
    [{}, 'object'],
    [true, 'boolean'],
    [1.5, 'float'],
    [2, undefined],
  ])('takes %j for an integer or calls it %s', (value, got) => {
    const message = got && `Invalid type for height: expected integer, got ${got}`;
    expect(messageOf({ height: value }, { height: { type: 'integer' } })).toBe(message);
  });

  it('takes null where it may stand', () => {
    expect(bodyRefusal({ a: null }, { a: { type: 'string', nullable: true } })).toBeUndefined();
  });

  it('asks for a field by the word of another, or by what that is when left out', () => {
    const fields: Fields = {
      mode: { type: 'string', default: 'all' },
      face: { type: 'string', requiredIf: ['mode', 'all', 'one'] },
      other: { type: 'string', requiredIf: ['mode', 'none'] },
    };
    expect(messageOf({}, fields)).toBe('Missing required field: face');
    expect(messageOf({ mode: 'one' }, fields)).toBe('Missing required field: face');
    expect(messageOf({ mode: 'none' }, fields)).toBe('Missing required field: other');
    expect(messageOf({ mode: 'none', other: 'x' }, fields)).toBeUndefined();
  });

  it('asks for one of several fields, and for those that none of them makes up for', () => {
    const fields: Fields = {
      style: { type: 'object', anyOf: ['template', 'custom'] },
      'style.custom': { type: 'object' },
      'style.custom.font': { type: 'string', requiredWithout: 'style.template' },
    };
    expect(messageOf({ style: {} }, fields)).toBe('style must have one of: template, custom');
    expect(messageOf({ style: { template: 'x' } }, fields)).toBeUndefined();
    expect(messageOf({ style: { template: 'x', custom: {} } }, fields)).toBeUndefined();
    expect(messageOf({ style: { custom: {} } }, fields)).toBe(
      'Missing required field: style.custom.font',
    );
  });

  it('knows the least and the most of a clip, and that it ends after it begins', () => {
    const clip: Fields = { end_seconds: { type: 'number', clip: [1, 30] } };
    const wrong = 'The clip must be 1 to 30 seconds long';
    expect(messageOf({ end_seconds: 30 }, clip)).toBeUndefined();
    expect(messageOf({ end_seconds: 31 }, clip)).toBe(wrong);
    expect(messageOf({ start_seconds: 1, end_seconds: 31 }, clip)).toBeUndefined();
    expect(messageOf({ start_seconds: 30.5, end_seconds: 31 }, clip)).toBe(wrong);
    const after: Fields = { end_seconds: { type: 'number', after: 'start_seconds' } };
    expect(messageOf({ start_seconds: 3, end_seconds: 3 }, after)).toBe(
      'end_seconds must be greater than start_seconds',
    );
    expect(messageOf({ end_seconds: 0.1 }, after)).toBeUndefined();
  });

  it('knows words that need a word of another field', () => {
    const needs = { words: ['use_lyrics'], path: 'assets.source', in: ['file', 'youtube'] };
    const fields: Fields = { prompt_type: { type: 'string', needs } };
    const message = 'assets.source must be one of: file, youtube';
    expect(messageOf({ prompt_type: 'use_lyrics' }, fields)).toBe(message);
    expect(messageOf({ prompt_type: 'use_lyrics', assets: { source: 'none' } }, fields)).toBe(
      message,
    );
    expect(
      messageOf({ prompt_type: 'use_lyrics', assets: { source: 'file' } }, fields),
    ).toBeUndefined();
    expect(messageOf({ prompt_type: 'custom' }, fields)).toBeUndefined();
  });

  it.each([
    'https://example.com/voice.mp3',
    'https://example.com/voice.MP3?token=a.b',
    'api-assets/id/voice.weba',
    'https://magichour.ai/my-library?audioId=c1',
  ])('takes the sound %s', (path) => {
    expect(bodyRefusal({ path }, { path: { type: 'string', file: ['audio'] } })).toBeUndefined();
  });

  it('refuses a file of another sort with 422', () => {
    expect(
      bodyRefusal({ path: 'api-assets/a.mp4' }, { path: { type: 'string', file: ['audio'] } }),
    ).toEqual({
      status: 422,
      message:
        "'mp4' is an invalid audio extension. Possible extensions are 'mp3', 'wav', 'aac', 'flac', 'webm', 'weba', 'm4a', 'opus', 'ogg', 'oga', 'aiff', 'amr'",
    });
  });

  it('refuses a URL that is none, and a text that does not match', () => {
    expect(messageOf({ url: 'youtu.be' }, { url: { type: 'string', format: 'uri' } })).toBe(
      'url must be a URL',
    );
    expect(messageOf({ name: '1' }, { name: { type: 'string', pattern: '^[a-z]+$' } })).toBe(
      'name must match ^[a-z]+$',
    );
  });
});
