// A vendor that costs little, so that many jobs can be watched at once: nothing but Node's own server.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAll } from '../Child.js';
import type { VendorQuestions } from './VendorQuestions.js';

const PADDING = 'x'.repeat(400);
const ends = new Map<string, number>();
let looks = 0;

const bodyOf = (id: string, status: string): string =>
  JSON.stringify({
    id,
    status,
    url: status === 'succeeded' ? 'https://files.example/done.mp4' : null,
    prompt: PADDING,
  });

const server = createServer((request, response) => {
  looks += 1;
  const id = request.url?.slice('/jobs/'.length) ?? '';
  const end = ends.get(id);
  const status = end === undefined ? 404 : 200;
  const body = bodyOf(id, end !== undefined && Date.now() >= end ? 'succeeded' : 'running');
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;

const questions: VendorQuestions = {
  openVendors: async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { plain: { baseUrl: `http://127.0.0.1:${String(port)}`, apiKey: 'a-key-of-ours' } };
  },
  planJobs: () => {
    throw new Error('jobs of this vendor are made at its side only');
  },
  bearJobs: ({ births }) => {
    const now = Date.now();
    for (const { id, endsInMs } of births) ends.set(id, now + endsInMs);
    return now;
  },
  mark: () => {
    looks = 0;
  },
  tally: () => ({ looks, refused: 0, ends: Object.fromEntries(ends) }),
};

answerAll(questions);
