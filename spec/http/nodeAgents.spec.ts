import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { nodeAgents } from '../../src/http/nodeAgents.js';

const OPTIONS = { maxSockets: 7, idleMs: 4_000 };

it('keeps connections for a bounded time, and only so many', () => {
  const { kept } = nodeAgents(OPTIONS);
  expect(kept.httpAgent).toBeInstanceOf(HttpAgent);
  expect(kept.httpsAgent).toBeInstanceOf(HttpsAgent);
  for (const agent of [kept.httpAgent, kept.httpsAgent] as { options: unknown }[]) {
    expect(agent.options).toMatchObject({ keepAlive: true, maxSockets: 7, timeout: 4_000 });
  }
});

it('makes agents anew for each fresh connection, which keep nothing', () => {
  const connections = nodeAgents(OPTIONS);
  const [one, other] = [connections.fresh(), connections.fresh()];
  expect(one.agents.httpAgent).not.toBe(other.agents.httpAgent);
  for (const agent of [one.agents.httpAgent, one.agents.httpsAgent] as { options: unknown }[]) {
    expect(agent.options).toMatchObject({ keepAlive: false });
  }
  expect(one.watch).toEqual({ opened: false, ready: false });
});

it.each([
  ['there is no process', undefined],
  ['the process is no Node’s', {}],
])('chooses nothing where %s', (_where, value) => {
  const before = globalThis.process;
  Object.assign(globalThis, { process: value });
  try {
    const connections = nodeAgents(OPTIONS);
    expect(connections.kept).toEqual({});
    expect(connections.fresh()).toEqual({ agents: {}, watch: { opened: false, ready: false } });
  } finally {
    Object.assign(globalThis, { process: before });
  }
});
