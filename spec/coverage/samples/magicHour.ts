import type { MagicHour } from 'rushes/magic-hour';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

export const magicHourSamples: Samples<MagicHour> = {
  videos: { ...follows, remove: [[ID]] },
  lipSync: creates({
    start_seconds: 0,
    end_seconds: 5,
    assets: {
      video_source: 'file',
      video_file_path: 'https://files.example/face.mp4',
      audio_file_path: 'https://files.example/voice.mp3',
    },
  }),
};

export const magicHourAnswers: SampleAnswers = {};
