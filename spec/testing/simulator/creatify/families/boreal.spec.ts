import { Bench } from '../../Bench.js';

const WEB = 'https://example.com';

describe('What Boreal takes, simulated', () => {
  const create = (more: object) =>
    new Bench().ask('creatify', 'POST /api/boreal/', { body: { prompt: 'A lantern.', ...more } });
  const most = (value: number) => `Ensure this value is less than or equal to ${value}.`;

  it.each<[object, object]>([
    [{ prompt: '' }, { prompt: ['This field may not be blank.'] }],
    [{ duration: 61 }, { duration: [most(60)] }],
    [{ resolution: '1080p', duration: 31 }, { duration: [most(30)] }],
    [{ resolution: '2k', duration: 16 }, { duration: [most(15)] }],
    [{ duration: 0.5 }, { duration: ['Ensure this value is greater than or equal to 1.'] }],
    [{ model: 'boreal-h3', duration: 5.5 }, { duration: ['A valid integer is required.'] }],
    [{ resolution: '768p' }, { resolution: ['"768p" is not a valid choice.'] }],
    [{ model: 'boreal-h4' }, { model: ['"boreal-h4" is not a valid choice.'] }],
    [{ model: 'boreal-h3', resolution: '720p' }, { resolution: ['"720p" is not a valid choice.'] }],
    [
      { model: 'boreal-h3', duration: 4 },
      { duration: ['Ensure this value is greater than or equal to 5.'] },
    ],
    [{ model: 'boreal-h3', duration: 16 }, { duration: [most(15)] }],
    [
      { model: 'boreal-h3', audio_url: `${WEB}/a.mp3` },
      { audio_url: ['Not supported by boreal-h3.'] },
    ],
    [{ end_image_url: `${WEB}/e.png` }, { end_image_url: ['Not supported by boreal.'] }],
    [
      { model: 'boreal-h3', reference_audio_urls: [`${WEB}/a.mp3`] },
      { reference_audio_urls: ['Needs an image or a video as another reference.'] },
    ],
    [
      { model: 'boreal-h3', reference_image_urls: Array(10).fill(`${WEB}/i.png`) },
      { reference_image_urls: ['Ensure this field has no more than 9 elements.'] },
    ],
  ])('is not %j', (more, errors) => {
    const { status, json } = create(more);
    expect([status, json]).toEqual([400, errors]);
  });

  it.each([
    { duration: 1.5 },
    { duration: 60, audio_url: `${WEB}/a.mp3` },
    { model: 'boreal-h3', duration: 5, end_image_url: `${WEB}/e.png` },
    { model: 'boreal-h3', resolution: '1088p', reference_video_urls: [`${WEB}/v.mp4`] },
  ])('is %j', (more) => {
    const { status, json } = create(more);
    expect([status, json]).toEqual([201, expect.objectContaining(more)]);
  });
});
