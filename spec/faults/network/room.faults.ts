import { Agent } from 'node:http';
import axios from 'axios';
import { isJobError } from 'rushes';
import { afterMs, shows } from '../bench/acts.js';
import { fault } from '../fault.js';

fault('A20', async (bench) => {
  const answerMs = 8;
  const { open, server } = await bench.wire('creatify', {
    create: afterMs(answerMs, shows('running')),
    look: afterMs(answerMs, shows('done')),
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  // One after the other they take longer than an attempt may.
  const http = axios.create({ httpAgent: agent });
  const { run } = open({ http, timeoutMs: 400 });
  const runs = Array.from({ length: 50 }, () => bench.see(run()));
  const ends = await Promise.all(runs.map(({ ended }) => ended));
  expect(new Set(ends.map((words) => words.at(-2)))).toEqual(new Set(['succeeded']));
  expect(runs.flatMap(({ errors }) => errors).filter((e) => isJobError(e, 'TimedOut'))).toEqual([]);
  expect(server.minted).toHaveLength(50);
  agent.destroy();
});
