import type { Engine } from '../../engine/Engine.js';
import type { AiEditingInput } from '../../providers/creatify/aiEditing/aiEditing.js';
import {
  aiEditing,
  aiEditingList,
  aiEditingPreview,
  renderAiEditing,
} from '../../providers/creatify/aiEditing/aiEditing.js';
import type { AiShortInput } from '../../providers/creatify/aiShorts/aiShorts.js';
import {
  aiShorts,
  aiShortsList,
  aiShortsPreview,
  renderAiShort,
} from '../../providers/creatify/aiShorts/aiShorts.js';
import { boreal, borealList } from '../../providers/creatify/boreal/boreal.js';
import type { BorealInput } from '../../providers/creatify/boreal/BorealInput.js';
import type { CustomTemplateJobInput } from '../../providers/creatify/customTemplates/customTemplateJobs.js';
import {
  customTemplateJobs,
  customTemplateJobsList,
  customTemplateJobsPreview,
  renderCustomTemplateJob,
} from '../../providers/creatify/customTemplates/customTemplateJobs.js';
import type { VideoPreview } from '../../providers/creatify/Preview.js';
import type { VideoOutput } from '../../providers/creatify/VideoOutput.js';
import type { CreatifyJobs } from './CreatifyJobs.js';
import { creatifyJobs } from './CreatifyJobs.js';
import type { PreviewMethods } from './PreviewMethods.js';
import { previewing } from './PreviewMethods.js';

/** A family of videos that can be previewed. @since 0.1.0 */
export interface PreviewedVideoMethods<Input>
  extends CreatifyJobs<Input, VideoOutput, VideoPreview>, PreviewMethods<Input, VideoOutput> {}

/** The families of videos from prompts, scripts, clips and templates. @since 0.1.0 */
export interface StudioMethods {
  /** Videos of a prompt, an image, an audio track or reference media. */
  readonly boreal: CreatifyJobs<BorealInput, VideoOutput>;
  /** Pictures to a script. Deprecated at Creatify. */
  readonly aiShorts: PreviewedVideoMethods<AiShortInput>;
  /** Edits of a video. Deprecated at Creatify. */
  readonly aiEditing: PreviewedVideoMethods<AiEditingInput>;
  /** Videos of one's own templates. */
  readonly customTemplateJobs: PreviewedVideoMethods<CustomTemplateJobInput>;
}

/** The methods of these families. @since 0.1.0 */
export const studioMethods = (engine: Engine): StudioMethods => ({
  boreal: Object.freeze(creatifyJobs(engine, boreal, borealList)),
  aiShorts: Object.freeze({
    ...creatifyJobs(engine, aiShorts, aiShortsList),
    ...previewing(engine, aiShortsPreview, renderAiShort),
  }),
  aiEditing: Object.freeze({
    ...creatifyJobs(engine, aiEditing, aiEditingList),
    ...previewing(engine, aiEditingPreview, renderAiEditing),
  }),
  customTemplateJobs: Object.freeze({
    ...creatifyJobs(engine, customTemplateJobs, customTemplateJobsList),
    ...previewing(engine, customTemplateJobsPreview, renderCustomTemplateJob),
  }),
});
