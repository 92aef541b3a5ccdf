import { Bench } from '../../Bench.js';

describe('A lip sync, simulated', () => {
  const create = (body: object, path = '') =>
    new Bench().ask('creatify', `POST /api/lipsyncs/${path}`, { body });

  it('takes a text or an audio, and the shapes of older pages', () => {
    expect(create({ text: null, creator: null }).json).toEqual({
      non_field_errors: ['Either text or audio is required.'],
    });
    const audio = 'https://example.com/a.mp3';
    const { status, json } = create({ audio, aspect_ratio: '9:16' });
    expect([status, json['audio_url'], json['aspect_ratio']]).toEqual([201, audio, '9:16']);
  });

  it('of several avatars takes scenes, and is the same kind of job', () => {
    const scene = { voice: { type: 'text', input_text: 'Hello.' }, caption_setting: null };
    const made = create({ video_inputs: [scene] }, 'multi_avatar/');
    expect([made.status, made.json['status']]).toEqual([201, 'pending']);
    expect(create({ text: 'Hello.' }, 'multi_avatar/').json).toEqual({
      video_inputs: ['This field is required.'],
    });
    const scenes = [
      { voice: { type: 'song' }, character: { type: 'avatar', avatar_id: 'a', scale: 2 } },
      { background: { type: 'image' } },
    ];
    expect(create({ video_inputs: scenes }, 'multi_avatar/').json).toEqual({
      video_inputs: {
        '0': {
          voice: { type: ['"song" is not a valid choice.'] },
          character: { scale: [expect.stringMatching(/^Ensure this value is less than/)] },
        },
        '1': { background: { url: ['This field is required.'] } },
      },
    });
  });
});
