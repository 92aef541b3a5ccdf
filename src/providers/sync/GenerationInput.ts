/** The models that sync.so documents. @since 0.1.0 */
export type GenerationModel =
  'sync-3' | 'lipsync-2' | 'lipsync-2-pro' | 'lipsync-1.9.0-beta' | 'react-1';

/** Where a file is: a URL that sync.so can fetch, or an asset that was uploaded there; one of both. @since 0.1.0 */
export interface MediaSource {
  /** Absolute http(s) URL of the file. */
  readonly url?: string;
  /** sync.so's id of an uploaded asset. */
  readonly assetId?: string;
  /** A name of your own, by which segments find this input. */
  readonly refId?: string;
}

/** The video whose lips are to move. @since 0.1.0 */
export interface VideoInput extends MediaSource {
  /** That this is a video. */
  readonly type: 'video';
  /** Stretches of the video, in seconds. @deprecated at sync.so: use `segments`. */
  readonly segments_secs?: readonly (readonly number[])[];
  /** Stretches of the video, in frames. @deprecated at sync.so: use `segments`. */
  readonly segments_frames?: readonly (readonly number[])[];
}

/** A picture that is to speak: JPEG, PNG or WebP; `sync-3` only. @since 0.1.0 */
export interface ImageInput extends MediaSource {
  /** That this is a picture. */
  readonly type: 'image';
}

/** The speech. @since 0.1.0 */
export interface AudioInput extends MediaSource {
  /** That this is a recording. */
  readonly type: 'audio';
}

/** Who speaks a text, and how. @since 0.1.0 */
export interface SpeechProvider {
  /** Who gives the voice. */
  readonly name: 'elevenlabs';
  /** The voice's id at the provider. */
  readonly voiceId: string;
  /** What is to be said, at most 5000 characters. */
  readonly script: string;
  /** From 0 to 1. @defaultValue 0.5, at sync.so */
  readonly stability?: number;
  /** From 0 to 1. @defaultValue 0.75, at sync.so */
  readonly similarityBoost?: number;
}

/** A text that a voice speaks. @since 0.1.0 */
export interface TextInput {
  /** That this is a text. */
  readonly type: 'text';
  /** Who speaks the text, and how. */
  readonly provider: SpeechProvider;
  /** A name of your own, by which segments find this input. */
  readonly refId?: string;
}

/** One of the files or texts that a generation is made of. @since 0.1.0 */
export type MediaInput = VideoInput | ImageInput | AudioInput | TextInput;

/** Which of several people in the picture speaks. @since 0.1.0 */
export interface ActiveSpeakerDetection {
  /** Lets sync.so find the speaker. */
  readonly auto_detect?: boolean;
  /** The frame that `coordinates` point into. */
  readonly frame_number?: number;
  /** `[x, y]` of the speaker's face, in pixels. */
  readonly coordinates?: readonly number[];
  /** For each frame `[x1, y1, x2, y2]` around the speaker's face, or `null`. */
  readonly bounding_boxes?: readonly (readonly number[] | null)[];
  /** URL of a file with the boxes. */
  readonly bounding_boxes_url?: string;
}

/** How to generate; each model heeds the options it knows. @since 0.1.0 */
export interface GenerationOptions {
  /** What happens where video and audio differ in length. */
  readonly sync_mode?: 'bounce' | 'loop' | 'cut_off' | 'silence' | 'remap' | (string & {});
  /** What may move; `react-1` only. @defaultValue `'face'`, at sync.so */
  readonly model_mode?: 'lips' | 'face' | 'head' | (string & {});
  /** The mood; `react-1` only. */
  readonly prompt?:
    'happy' | 'sad' | 'angry' | 'disgusted' | 'surprised' | 'neutral' | (string & {});
  /** How lively the mouth moves, from 0 to 1. @defaultValue 0.5, at sync.so */
  readonly temperature?: number;
  /** Which of several people speaks. */
  readonly active_speaker_detection?: ActiveSpeakerDetection;
  /** Whether things in front of the mouth are looked for. */
  readonly occlusion_detection_enabled?: boolean;
}

/** The part of an audio or text input that a segment uses. @since 0.1.0 */
export interface SegmentAudio {
  /** The `refId` of the input. */
  readonly refId: string;
  /** Where the part begins, in seconds; only together with `endTime`. */
  readonly startTime?: number;
  /** Where the part ends, in seconds; only together with `startTime`. */
  readonly endTime?: number;
}

/** A stretch of the video with its own audio. @since 0.1.0 */
export interface GenerationSegment {
  /** Where the stretch begins, in seconds. */
  readonly startTime: number;
  /** Where the stretch ends, in seconds. */
  readonly endTime: number;
  /** What is said in the stretch. */
  readonly audioInput: SegmentAudio;
  /** Options for this stretch alone. */
  readonly optionsOverride?: GenerationOptions;
}

/** Into which language to dub the video's own speech. @since 0.1.0 */
export interface DubParams {
  /** Who dubs. */
  readonly providerName: 'elevenlabs';
  /** The language to dub into. */
  readonly targetLang: string;
  /** The language spoken. @defaultValue `'auto'`, at sync.so */
  readonly sourceLang?: string;
  /** How many people speak. @deprecated at sync.so */
  readonly numSpeakers?: number;
}

/**
 * A dialogue edit to render; early access at sync.so. The one video is the edit's own, and there is no
 * audio or text.
 *
 * @since 0.1.0
 */
export interface DialogueEditReference {
  /** The id of a completed dialogue edit. */
  readonly id: string;
}

/** What a generation takes beside its files and texts. @since 0.1.0 */
export interface GenerationSettings {
  /** The model; newer ones are taken as well. */
  readonly model: GenerationModel | (string & {});
  /** How to generate. */
  readonly options?: GenerationOptions;
  /** Stretches of the video, each with its own audio; then every audio and text needs a `refId`. */
  readonly segments?: readonly GenerationSegment[];
  /** Dubs the video's own speech; then there is no audio or text. */
  readonly dubParams?: DubParams;
  /** Renders a dialogue edit; then there is no audio or text. */
  readonly dialogueEdit?: DialogueEditReference;
  /** The project to put the generation into. */
  readonly projectId?: string;
  /** Where sync.so is to report the end: https only. */
  readonly webhookUrl?: string;
  /** A name for the file: at most 255 letters, digits, `-` or `_`; `.mp4` is added. */
  readonly outputFileName?: string;
}

/**
 * A generation of files that sync.so fetches: one video or image, and the audio or text to be spoken.
 * It is sent as JSON.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export interface GenerationOfUrls extends GenerationSettings {
  /** Exactly one video or image, and one audio or text; several of these only with `segments`. */
  readonly input: readonly MediaInput[];
}

/**
 * A generation of files that are sent along, as `multipart/form-data`: at most one of each sort. In
 * Node, `await openAsBlob(path)` of `node:fs` gives a `Blob` that is read while it is sent.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/create-with-files (read 2026-11-22)
 * @since 0.1.0
 */
export interface GenerationOfFiles extends GenerationSettings {
  /** The video whose lips are to move. */
  readonly video?: Blob;
  /** The speech. */
  readonly audio?: Blob;
  /** A picture that is to speak; `sync-3` only. */
  readonly image?: Blob;
  /** What is not sent along, such as a text to be spoken. */
  readonly input?: readonly MediaInput[];
}

/** What sync.so makes a generation of. @since 0.1.0 */
export type GenerationInput = GenerationOfUrls | GenerationOfFiles;
