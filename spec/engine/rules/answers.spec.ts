import { of } from 'rxjs';
import type { HttpPort, HttpResponse } from 'rushes';
import { createCreatify } from '../../../src/clients/creatify.js';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import { auroraBody, AURORA_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';

const clientOf = (given: unknown) => {
  const time = virtualTime();
  const http: HttpPort = { send: () => of(given as HttpResponse) };
  const { scheduler } = time;
  return { time, creatify: createCreatify({ apiId: 'an-id', apiKey: 'a-key', http, scheduler }) };
};

describe('an answer of a user’s transport', () => {
  it('needs no headers', () => {
    const { time, creatify } = clientOf({ status: 201, body: JSON.stringify(auroraBody('done')) });
    const seen = observe(creatify.aurora.run(AURORA_INPUT), time);
    expect(seen.words).toEqual(['succeeded done 1', '|']);
  });

  it.each([[null], [undefined], [{}], [{ status: '200', body: '' }], [{ status: 200 }]])(
    'that is none, %j, is a fault of the network',
    (given) => {
      const { time, creatify } = clientOf(given);
      const bought = observe(creatify.aurora.run(AURORA_INPUT), time);
      expect(bought.error).toMatchObject({ _tag: 'SubmissionUnknown' });
      const got = observe(creatify.aurora.get(ID), time);
      time.flush();
      expect(got.error).toMatchObject({ _tag: 'NetworkFault', attempts: 3 });
      expect(got.error?.message).toContain('no answer of HTTP');
    },
  );
});
