import type { Call } from '../Call.js';
import { jsonFields } from '../JsonFields.js';
import type { ProtocolTools } from '../Protocol.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { bodyRefusal } from './bodyRefusal.js';
import { estimatedCredits } from './estimatedCredits.js';
import { project } from './project.js';
import type { ProjectView } from './project.js';
import type { Tool } from './Tool.js';
import { TOOLS } from './tools.js';
import type { ProjectKind } from './tools.js';

const FOLDERS: Readonly<Record<ProjectKind, string>> = {
  videos: '/v1/video-projects/:id',
  images: '/v1/image-projects/:id',
  audios: '/v1/audio-projects/:id',
};

/** What older answers, and the official client, call the price beside `credits_charged`. */
const OLDER_PRICE: Readonly<Record<ProjectKind, string | undefined>> = {
  videos: 'estimated_frame_cost',
  images: 'frame_cost',
  audios: undefined,
};

/**
 * The creators of one kind of project, and looks at and removals of what they make.
 *
 * The pages do not say what a look at a removed project gives: it is a 404 here, or the project with
 * `enabled: false` when an option says so. Nor do they say what a project of another kind gives: a
 * 404 as well. A removal does not wait for the project to end.
 *
 * @param kind - of project
 * @param tools - the jobs
 * @param view - how projects are shown
 * @param refuse - an error of the vendor
 * @since 0.1.0
 */
export function projectRoutes(
  kind: ProjectKind,
  { world, book }: ProtocolTools,
  view: ProjectView,
  refuse: (status: number, message?: string) => SimResponse,
): readonly Route[] {
  const ofKind = (job: SimJob | undefined) => (job?.kind === kind ? job : undefined);
  const create = (tool: Tool, { request }: Call): SimResponse => {
    const body = jsonFields(request.body);
    if (body === undefined) return refuse(400);
    const refusal = bodyRefusal(body, tool.fields);
    if (refusal !== undefined) return refuse(refusal.status, refusal.message);
    const job = book.add(kind, body, 1, book.next(kind, tool.name));
    const credits = estimatedCredits(job);
    const older = OLDER_PRICE[kind];
    const price = {
      credits_charged: credits,
      ...(older === undefined ? {} : { [older]: credits }),
    };
    return json(200, { id: job.id, ...price });
  };
  const look = ({ params }: Call): SimResponse => {
    const stays = world.options.magicHour?.deleted === 'disabled';
    const job = ofKind(stays ? book.findEver(params['id']) : book.find(params['id']));
    return job === undefined ? refuse(404) : json(200, project(job, view));
  };
  const remove = ({ params }: Call): SimResponse => {
    const job = ofKind(book.find(params['id']));
    if (job === undefined) return refuse(404);
    job.remove();
    return { status: 204, headers: {}, body: '' };
  };
  const path = FOLDERS[kind];
  return [
    ...TOOLS[kind].map((tool): Route => ({
      method: 'POST',
      path: tool.path,
      role: 'create',
      answer: (call) => create(tool, call),
    })),
    { method: 'GET', path, role: 'get', answer: look },
    { method: 'DELETE', path, role: 'delete', answer: remove },
  ];
}
