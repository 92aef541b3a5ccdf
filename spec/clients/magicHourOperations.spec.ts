import { createMagicHour } from 'rushes/magic-hour';
import { BASE_URL } from '../coverage/recordingPort.js';
import { magicHourAnswers, magicHourSamples } from '../coverage/samples/magicHour.js';
import { walkClient } from '../coverage/walkClient.js';
import { methodNameOf, OPERATIONS, TOOL_OPERATIONS } from '../providers/magicHour/operations.js';

const walked = walkClient({
  create: (http) => createMagicHour({ apiKey: 'a-key', baseUrl: BASE_URL, http, random: () => 0 }),
  samples: magicHourSamples,
  answers: magicHourAnswers,
});

describe('the client of Magic Hour', () => {
  it('asks for every operation of the document, and for none that it does not have', async () => {
    const { methods, faults } = await walked;
    expect(faults).toEqual([]);
    const asked = [...methods.keys()].filter((endpoint) => !endpoint.startsWith('PUT '));
    const documented = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    expect(asked.sort()).toEqual(documented.sort());
  });

  it.each(TOOL_OPERATIONS.map((operation) => [operation.path, operation] as const))(
    'asks for %s by the run and submit of that name',
    async (path, operation) => {
      const { methods } = await walked;
      const name = methodNameOf(operation);
      expect(methods.get(`POST ${path}`)).toEqual([`${name}.run`, `${name}.submit`]);
    },
  );

  it.each([
    ['video', 'videos'],
    ['image', 'images'],
    ['audio', 'audios'],
  ])('asks for %s projects by the methods of %s', async (sort, family) => {
    const { methods } = await walked;
    const path = `/v1/${sort}-projects/{id}`;
    expect(methods.get(`GET ${path}`)).toEqual(
      ['watch', 'get', 'refresh'].map((method) => `${family}.${method}`),
    );
    expect(methods.get(`DELETE ${path}`)).toEqual([`${family}.remove`]);
  });
});
