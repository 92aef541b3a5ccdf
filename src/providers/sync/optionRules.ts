import { greaterThan, together } from '../../contract/crossRules.js';
import type { Rule } from '../../contract/inputRules.js';
import { optional, recordOf, required } from '../../contract/inputRules.js';
import {
  finite,
  flag,
  listOf,
  numberFrom,
  orNull,
  text,
  webUrl,
  wordLike,
} from '../../contract/valueRules.js';
import type {
  ActiveSpeakerDetection,
  GenerationOptions,
  GenerationSegment,
  SegmentAudio,
} from './GenerationInput.js';

/**
 * How to generate. The lists of modes and moods are open: which model takes which is the vendor's to
 * say, and it adds to them.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export const options: Rule = recordOf<GenerationOptions>({
  sync_mode: optional(wordLike('bounce', 'loop', 'cut_off', 'silence', 'remap')),
  model_mode: optional(wordLike('lips', 'face', 'head')),
  prompt: optional(wordLike('happy', 'sad', 'angry', 'disgusted', 'surprised', 'neutral')),
  temperature: optional(numberFrom(0, 1)),
  active_speaker_detection: optional(
    recordOf<ActiveSpeakerDetection>({
      auto_detect: optional(flag),
      frame_number: optional(finite),
      coordinates: optional(listOf(finite, { min: 2, max: 2 })),
      bounding_boxes: optional(listOf(orNull(listOf(finite, { min: 4, max: 4 })))),
      bounding_boxes_url: optional(webUrl()),
    }),
  ),
  occlusion_detection_enabled: optional(flag),
});

/** A stretch of the video with its own audio. @since 0.1.0 */
export const segment: Rule = recordOf<GenerationSegment>(
  {
    startTime: required(numberFrom(0)),
    endTime: required(finite),
    audioInput: required(
      recordOf<SegmentAudio>(
        {
          refId: required(text({ min: 1 })),
          startTime: optional(numberFrom(0)),
          endTime: optional(finite),
        },
        together('startTime', 'endTime'),
        greaterThan('endTime', 'startTime'),
      ),
    ),
    optionsOverride: optional(options),
  },
  greaterThan('endTime', 'startTime'),
);
