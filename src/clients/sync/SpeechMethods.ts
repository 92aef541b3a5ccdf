import type { Engine } from '../../engine/Engine.js';
import type { DialogueEditInput } from '../../providers/sync/DialogueEditInput.js';
import type { DialogueEditOutput } from '../../providers/sync/dialogueEdits.js';
import { dialogueEdits } from '../../providers/sync/dialogueEdits.js';
import type { TranscriptionInput } from '../../providers/sync/TranscriptionInput.js';
import type { TranscriptionOutput } from '../../providers/sync/transcriptions.js';
import { transcriptions } from '../../providers/sync/transcriptions.js';
import type { TtsInput } from '../../providers/sync/TtsInput.js';
import type { TtsJobOutput } from '../../providers/sync/ttsJobs.js';
import { ttsJobs } from '../../providers/sync/ttsJobs.js';
import type { CreateMethods, WatchMethods } from '../families.js';
import { creating, watching } from '../families.js';

/** Spoken texts, as jobs. @since 0.1.0 */
export interface TtsJobMethods
  extends CreateMethods<TtsInput, TtsJobOutput>, WatchMethods<TtsJobOutput> {}

/** Words of a video or audio, with their times. @since 0.1.0 */
export interface TranscriptionMethods
  extends
    CreateMethods<TranscriptionInput, TranscriptionOutput>,
    WatchMethods<TranscriptionOutput> {}

/** Other words in the same voice, to listen to before a generation renders them. @since 0.1.0 */
export interface DialogueEditMethods
  extends CreateMethods<DialogueEditInput, DialogueEditOutput>, WatchMethods<DialogueEditOutput> {}

/** The families of jobs about speech. @since 0.1.0 */
export interface SpeechMethods {
  /** Speech, as a job that can be watched from anywhere. */
  readonly ttsJobs: TtsJobMethods;
  /** Words with their times. */
  readonly transcriptions: TranscriptionMethods;
  /** Other words in the same voice, to listen to before a video is made. */
  readonly dialogueEdits: DialogueEditMethods;
}

/** The methods of the families about speech. @since 0.1.0 */
export const speechMethods = (engine: Engine): SpeechMethods => ({
  ttsJobs: Object.freeze({
    ...creating(engine, ttsJobs.kind, ttsJobs),
    ...watching(engine, ttsJobs.kind, ttsJobs),
  }),
  transcriptions: Object.freeze({
    ...creating(engine, transcriptions.kind, transcriptions),
    ...watching(engine, transcriptions.kind, transcriptions),
  }),
  dialogueEdits: Object.freeze({
    ...creating(engine, dialogueEdits.kind, dialogueEdits),
    ...watching(engine, dialogueEdits.kind, dialogueEdits),
  }),
});
