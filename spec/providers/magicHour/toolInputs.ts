import type { AudioTools, ImageTools, VideoTools } from 'rushes/magic-hour';

type Tools = VideoTools & ImageTools & AudioTools;
type InputOf<Name extends keyof Tools> = Parameters<Tools[Name]['run']>[0];

/** Good inputs of every tool. */
export type ToolInputs = {
  readonly [Name in keyof Tools]: {
    /** No field that may be left out. */
    readonly least: InputOf<Name>;
    /** Every field, in one input or spread over several. */
    readonly full: readonly InputOf<Name>[];
  };
};

const image_file_path = 'https://media.example/face.png';
const video_file_path = 'api-assets/id/scene.mp4';
const audio_file_path = 'https://magichour.ai/my-library?audioId=cuid-example';
const youtube_url = 'https://www.youtube.com/watch?v=x';
const clip = { start_seconds: 0, end_seconds: 15 };
const name = 'A name';
const prompt = 'A fox in the snow';
const face_mappings = [
  { original_face: 'api-assets/id/0-0.png', new_face: image_file_path },
  { original_face: 'api-assets/id/0-1.png', new_face: 'api-assets/id/other.png' },
];

const DEGREES = {
  eyebrow_direction: 5,
  eye_gaze_horizontal: -5,
  eye_gaze_vertical: 10,
  eye_open_ratio: 100,
  lip_open_ratio: -100,
  head_roll: 0,
  mouth_grim: 15,
  mouth_pout: 20,
  mouth_purse: 25,
  mouth_smile: 30,
  mouth_position_horizontal: 35,
  mouth_position_vertical: -40,
  head_pitch: 45,
  head_yaw: -50,
};

/** A good input of every tool with the least that it needs, and others with all that it takes. */
export const TOOL_INPUTS: ToolInputs = {
  aiTalkingPhoto: {
    least: { ...clip, assets: { image_file_path, audio_file_path } },
    full: [
      {
        ...clip,
        name,
        assets: { image_file_path, audio_file_path },
        style: { generation_mode: 'prompted', prompt },
        max_resolution: 1280,
      },
    ],
  },
  aiVideoEditor: {
    least: { end_seconds: 5, style: { prompt }, assets: { video_file_path } },
    full: [
      {
        ...clip,
        name,
        model: 'ltx-2.3',
        resolution: '1080p',
        style: { prompt },
        assets: { video_file_path },
      },
    ],
  },
  animation: {
    least: {
      fps: 12,
      end_seconds: 5,
      height: 64,
      width: 64,
      style: {
        art_style: 'Cosmic',
        camera_effect: 'Heartbeat',
        prompt_type: 'ai_choose',
        transition_speed: 1,
      },
      assets: { audio_source: 'youtube', youtube_url },
    },
    full: [
      {
        name,
        fps: 24,
        end_seconds: 15,
        height: 960,
        width: 512,
        style: {
          art_style: 'Custom',
          art_style_custom: 'Woodcut of the north',
          camera_effect: 'Simple Zoom In',
          prompt_type: 'custom',
          prompt,
          transition_speed: 10,
        },
        assets: { audio_source: 'file', audio_file_path, image_file_path, youtube_url },
      },
    ],
  },
  audioToVideo: {
    least: { end_seconds: 5, assets: { audio_file_path } },
    full: [
      {
        ...clip,
        name,
        resolution: '720p',
        assets: { audio_file_path, image_file_path },
        style: { prompt },
      },
    ],
  },
  autoSubtitleGenerator: {
    least: { ...clip, assets: { video_file_path }, style: { template: 'karaoke' } },
    full: [
      {
        ...clip,
        name,
        assets: { video_file_path },
        style: {
          template: 'cinematic',
          custom_config: {
            font: 'Noto Sans',
            font_size: 24,
            font_style: 'bold',
            text_color: '#ffffff',
            highlighted_text_color: '#ffcc00',
            stroke_color: '#000000',
            stroke_width: 1.5,
            vertical_position: 'bottom',
            horizontal_position: 'center',
          },
        },
      },
    ],
  },
  characterReplace: {
    least: { end_seconds: 5, assets: { video_file_path, image_file_path } },
    full: [
      {
        ...clip,
        name,
        resolution: '720p',
        assets: { video_file_path, image_file_path },
        style: {
          mode: 'animate',
          selection_mode: 'point',
          points: [{ position_x: 100, position_y: 0, time_seconds: 0.5 }],
        },
      },
    ],
  },
  faceSwap: {
    least: { ...clip, assets: { video_source: 'file', video_file_path, image_file_path } },
    full: [
      {
        ...clip,
        name,
        style: { version: 'v2' },
        assets: {
          face_swap_mode: 'individual-faces',
          face_mappings,
          image_file_path,
          video_source: 'youtube',
          video_file_path,
          youtube_url,
        },
      },
    ],
  },
  imageToVideo: {
    least: { end_seconds: 5, assets: { image_file_path } },
    full: [
      {
        name,
        end_seconds: 10,
        model: 'kling-3.0',
        resolution: '4k',
        audio: true,
        style: { prompt },
        assets: { image_file_path, end_image_file_path: image_file_path },
      },
    ],
  },
  lipSync: {
    least: { ...clip, assets: { audio_file_path, video_source: 'file', video_file_path } },
    full: [
      {
        ...clip,
        name,
        max_fps_limit: 12,
        assets: { audio_file_path, video_source: 'youtube', video_file_path, youtube_url },
        style: { generation_mode: 'pro' },
      },
    ],
  },
  textToVideo: {
    least: { end_seconds: 5, style: { prompt } },
    full: [
      {
        name,
        end_seconds: 60,
        aspect_ratio: '9:16',
        resolution: '360p',
        model: 'seedance-2.5',
        audio: false,
        style: { prompt: 'A fox, as @fox-1, in the snow' },
        references: [{ name: 'fox-1', file_path: image_file_path }],
      },
    ],
  },
  videoToVideo: {
    least: {
      ...clip,
      style: { art_style: 'Watercolor' },
      assets: { video_source: 'youtube', youtube_url },
    },
    full: [
      {
        ...clip,
        name,
        fps_resolution: 'FULL',
        style: {
          art_style: 'Pixel',
          version: 'v1',
          prompt_type: 'append_default',
          prompt,
          model: 'Absolute Reality',
        },
        assets: { video_source: 'file', video_file_path, youtube_url },
      },
    ],
  },
  aiVideoTranslator: {
    least: { end_seconds: 30, target_language: 'German', assets: { video_file_path } },
    full: [
      {
        ...clip,
        name,
        target_language: 'Chinese (Traditional)',
        resolution: '720p',
        assets: { video_file_path },
      },
    ],
  },
  aiClothesChanger: {
    least: { assets: { person_file_path: image_file_path, garment_file_path: image_file_path } },
    full: [
      {
        name,
        assets: {
          person_file_path: image_file_path,
          garment_file_path: image_file_path,
          garment_type: 'upper_body',
        },
      },
    ],
  },
  aiFaceEditor: {
    least: { assets: { image_file_path }, style: {} },
    full: [{ name, assets: { image_file_path }, style: { enhance_face: true, ...DEGREES } }],
  },
  aiGifGenerator: {
    least: { style: { prompt } },
    full: [{ name, style: { prompt }, output_format: 'webm' }],
  },
  aiImageEditor: {
    least: { style: { prompt }, assets: {} },
    full: [
      {
        name,
        image_count: 4,
        model: 'qwen-edit',
        aspect_ratio: '4:5',
        resolution: '2k',
        style: { prompt },
        assets: { image_file_paths: [image_file_path, 'api-assets/id/1.png'] },
      },
    ],
  },
  aiHeadshotGenerator: {
    least: { assets: { image_file_path } },
    full: [{ name, style: { prompt }, assets: { image_file_path } }],
  },
  aiImageGenerator: {
    least: { image_count: 1, style: { prompt } },
    full: [
      {
        name,
        image_count: 16,
        model: 'z-image-turbo',
        aspect_ratio: '16:9',
        resolution: '1k',
        style: { prompt, tool: 'book-cover-generator' },
      },
    ],
  },
  aiImageUpscaler: {
    least: { scale_factor: 2, assets: { image_file_path } },
    full: [
      { name, scale_factor: 4, style: { mode: 'creative', prompt }, assets: { image_file_path } },
    ],
  },
  aiMemeGenerator: {
    least: { style: { topic: 'Mondays', template: 'Random' } },
    full: [{ name, style: { topic: 'Mondays', template: "Gru's Plan", searchWeb: true } }],
  },
  aiQrCodeGenerator: {
    least: { content: 'https://media.example', style: { art_style: 'Mech' } },
    full: [{ name, content: 'https://media.example', style: { art_style: 'Made of moss' } }],
  },
  bodySwap: {
    least: {
      resolution: '1k',
      assets: { person_file_path: image_file_path, scene_file_path: image_file_path },
    },
    full: [
      {
        name,
        resolution: '4k',
        assets: { person_file_path: image_file_path, scene_file_path: image_file_path },
      },
    ],
  },
  faceSwapPhoto: {
    least: { assets: { source_file_path: image_file_path, target_file_path: image_file_path } },
    full: [
      {
        name,
        assets: {
          face_swap_mode: 'individual-faces',
          face_mappings,
          source_file_path: image_file_path,
          target_file_path: image_file_path,
        },
      },
    ],
  },
  headSwap: {
    least: { assets: { body_file_path: image_file_path, head_file_path: image_file_path } },
    full: [
      {
        name,
        max_resolution: 1024,
        assets: { body_file_path: image_file_path, head_file_path: image_file_path },
      },
    ],
  },
  imageBackgroundRemover: {
    least: { assets: { image_file_path } },
    full: [{ name, assets: { image_file_path, background_image_file_path: image_file_path } }],
  },
  photoColorizer: {
    least: { assets: { image_file_path } },
    full: [{ name, assets: { image_file_path } }],
  },
  aiVoiceGenerator: {
    least: { style: { prompt, voice_name: 'Gandalf' } },
    full: [{ name, style: { prompt, voice_name: 'David Attenborough' } }],
  },
  aiVoiceCloner: {
    least: { assets: { audio_file_path }, style: { prompt } },
    full: [{ name, assets: { audio_file_path }, style: { prompt } }],
  },
};
