import type { SimJob } from '../SimJob.js';
import { AUDIO_TOOLS } from './audioTools.js';
import { IMAGE_TOOLS } from './imageTools.js';
import type { Tool } from './Tool.js';
import { VIDEO_TOOLS } from './videoTools.js';

/** Kinds of project. @since 0.1.0 */
export type ProjectKind = 'videos' | 'images' | 'audios';

/** The creators of each kind. @since 0.1.0 */
export const TOOLS: Readonly<Record<ProjectKind, readonly Tool[]>> = {
  videos: VIDEO_TOOLS,
  images: IMAGE_TOOLS,
  audios: AUDIO_TOOLS,
};

/** What made a project that no request made. */
const USUAL: Readonly<Record<string, string>> = {
  videos: 'lipSync',
  images: 'aiImageGenerator',
  audios: 'aiVoiceGenerator',
};

const BY_NAME: ReadonlyMap<string, Tool> = new Map(
  Object.values(TOOLS).flatMap((tools) => tools.map((tool) => [tool.name, tool] as const)),
);

/**
 * What made a project: its course, or the kind's usual creator.
 *
 * @param job - the project
 * @throws TypeError when it is no project
 * @since 0.1.0
 */
export function toolOf(job: SimJob): Tool {
  const tool = BY_NAME.get(job.course ?? USUAL[job.kind] ?? '');
  if (tool === undefined) throw new TypeError(`no creator makes ${job.kind}`);
  return tool;
}
