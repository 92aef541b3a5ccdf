import { FILE_EXTENSIONS, uploadItemOf } from '../../../src/providers/magicHour/uploadItemOf.js';

const blob = (type: string) => new Blob(['x'], { type });
const file = (name: string, type = '') => new File(['x'], name, { type });

describe('what Magic Hour is told of a file', () => {
  it.each(Object.entries(FILE_EXTENSIONS))(
    'is %s for all of its extensions',
    (type, extensions) => {
      const both = ['webm'];
      for (const extension of extensions.filter((each) => !both.includes(each))) {
        expect(uploadItemOf(file(`take.${extension}`))).toEqual({ type, extension });
        expect(uploadItemOf(file(`take.${extension.toUpperCase()}`))).toEqual({ type, extension });
      }
    },
  );

  it.each([
    ['video/mp4', { type: 'video', extension: 'mp4' }],
    ['video/quicktime', { type: 'video', extension: 'mov' }],
    ['audio/mpeg', { type: 'audio', extension: 'mp3' }],
    ['audio/x-wav', { type: 'audio', extension: 'wav' }],
    ['audio/webm;codecs=opus', { type: 'audio', extension: 'webm' }],
    ['video/webm', { type: 'video', extension: 'webm' }],
    ['image/jpeg', { type: 'image', extension: 'jpg' }],
    ['IMAGE/PNG', { type: 'image', extension: 'png' }],
    ['image/gif', { type: 'video', extension: 'gif' }],
    ['image/svg+xml', { type: 'image' }],
    ['text/plain', {}],
    ['constructor/png', {}],
    ['image/constructor', { type: 'image', extension: 'constructor' }],
    ['', {}],
  ])('is told from the media type %s where there is no name', (media, item) => {
    expect(uploadItemOf(blob(media))).toEqual(item);
  });

  it('is told from the name before the media type, and from both where the name leaves it open', () => {
    expect(uploadItemOf(file('take.mp3', 'video/mp4'))).toEqual({
      type: 'audio',
      extension: 'mp3',
    });
    expect(uploadItemOf(file('take.webm', 'audio/webm'))).toEqual({
      type: 'audio',
      extension: 'webm',
    });
    expect(uploadItemOf(file('take.webm'))).toEqual({ type: 'video', extension: 'webm' });
    expect(uploadItemOf(file('take.new', 'image/new'))).toEqual({
      type: 'image',
      extension: 'new',
    });
    expect(uploadItemOf(file('take', 'image/png'))).toEqual({ type: 'image', extension: 'png' });
  });

  it('is what was said, before all else', () => {
    const said = { type: 'audio', extension: 'oga' } as const;
    expect(uploadItemOf(file('take.mp4', 'video/mp4'), said)).toEqual(said);
    expect(uploadItemOf(blob(''), { extension: 'heic' })).toEqual({
      type: 'image',
      extension: 'heic',
    });
    expect(uploadItemOf(blob('audio/mpeg'), { type: 'video' })).toEqual({
      type: 'video',
      extension: 'mp3',
    });
  });
});
