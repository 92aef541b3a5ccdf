import type { CallOptions } from '../../contract/JobOptions.js';
import type { Engine } from '../../engine/Engine.js';
import type { Voice, VoiceInput } from '../../providers/sync/voices.js';
import { cloneVoice, getVoice, removeVoice, voicesList } from '../../providers/sync/voices.js';
import type { Answered } from '../Answered.js';
import { askingById, removingById } from '../byId.js';
import { asking, calling } from '../families.js';

/** Voices that can speak a text. @since 0.1.0 */
export interface VoiceMethods {
  /** All voices, your own among them. */
  list(): Answered<readonly Voice[]>;
  /** Reads a voice. */
  get(id: string): Answered<Voice>;
  /** Clones a voice: sent at most once a call. sync.so takes 10 an hour. */
  clone(input: VoiceInput, options?: CallOptions): Answered<Voice>;
  /** Deletes a cloned voice. One that is not there counts as deleted. */
  remove(id: string): Answered<void>;
}

/** The methods of voices. @since 0.1.0 */
export const voiceMethods = (engine: Engine): VoiceMethods =>
  Object.freeze({
    list: asking(engine, voicesList),
    get: askingById(engine, getVoice),
    clone: calling(engine, cloneVoice),
    remove: removingById(engine, removeVoice),
  });
