import type { RunOptions } from '../../contract/JobOptions.js';
import type { JobStream } from '../../contract/JobStream.js';
import type { Engine } from '../../engine/Engine.js';
import { aurora, auroraList } from '../../providers/creatify/aurora/aurora.js';
import type { AuroraInput } from '../../providers/creatify/aurora/AuroraInput.js';
import type { CreatifyOrderedQuery } from '../../providers/creatify/jobLists.js';
import type { LipsyncInput } from '../../providers/creatify/lipsyncs/LipsyncInput.js';
import type {
  LipsyncOutput,
  LipsyncPreview,
} from '../../providers/creatify/lipsyncs/LipsyncOutput.js';
import {
  lipsyncs,
  lipsyncsList,
  lipsyncsPreview,
  multiAvatar,
  renderLipsync,
} from '../../providers/creatify/lipsyncs/lipsyncs.js';
import {
  lipsyncsV2,
  lipsyncsV2List,
  lipsyncsV2Preview,
  renderLipsyncV2,
} from '../../providers/creatify/lipsyncsV2/lipsyncsV2.js';
import type { LipsyncV2Input } from '../../providers/creatify/lipsyncsV2/LipsyncV2Input.js';
import type { VideoOutput } from '../../providers/creatify/VideoOutput.js';
import { creatingBy } from '../families.js';
import type { CreatifyJobs } from './CreatifyJobs.js';
import { creatifyJobs } from './CreatifyJobs.js';
import type { PreviewMethods } from './PreviewMethods.js';
import { previewing } from './PreviewMethods.js';

/** Avatars that speak a text or a recording. @since 0.1.0 */
export interface LipsyncMethods
  extends
    CreatifyJobs<LipsyncInput, LipsyncOutput, LipsyncPreview>,
    PreviewMethods<LipsyncInput, LipsyncOutput, LipsyncPreview> {
  /** Makes a video of several avatars, by an endpoint of an older page. `lipsyncsV2.run` is its heir. */
  multiAvatar(
    input: LipsyncV2Input,
    options?: RunOptions,
  ): JobStream<LipsyncOutput, LipsyncPreview>;
}

/** Videos of several scenes with avatars. @since 0.1.0 */
export interface LipsyncV2Methods
  extends
    CreatifyJobs<LipsyncV2Input, LipsyncOutput, LipsyncPreview>,
    PreviewMethods<LipsyncV2Input, LipsyncOutput, LipsyncPreview> {}

/** The families of people who speak. @since 0.1.0 */
export interface AvatarMethods {
  /** Talking videos of one image and one recording. */
  readonly aurora: CreatifyJobs<AuroraInput, VideoOutput, unknown, CreatifyOrderedQuery>;
  /** Avatars that speak a text or a recording. */
  readonly lipsyncs: LipsyncMethods;
  /** Videos of several scenes with avatars. */
  readonly lipsyncsV2: LipsyncV2Methods;
}

/** The methods of the families of people who speak. @since 0.1.0 */
export const avatarMethods = (engine: Engine): AvatarMethods => ({
  aurora: Object.freeze(creatifyJobs(engine, aurora, auroraList)),
  lipsyncs: Object.freeze({
    ...creatifyJobs(engine, lipsyncs, lipsyncsList),
    ...previewing(engine, lipsyncsPreview, renderLipsync),
    multiAvatar: creatingBy(engine, 'lipsyncs', multiAvatar, 'multiAvatar'),
  }),
  lipsyncsV2: Object.freeze({
    ...creatifyJobs(engine, lipsyncsV2, lipsyncsV2List),
    ...previewing(engine, lipsyncsV2Preview, renderLipsyncV2),
  }),
});
