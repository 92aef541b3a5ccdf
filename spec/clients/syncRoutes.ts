import type { Observable } from 'rxjs';
import nock from 'nock';
import type { Either, JobError } from 'rushes';
import type { SyncOptions } from 'rushes/sync';
import { createSync } from 'rushes/sync';
import type { Door, Route } from './routeTable.js';
import { QUICK } from './routeTable.js';

/** What a method of the client gives. */
export type Answered = Observable<Either<JobError, unknown>>;

export const DOOR: Door = {
  origin: 'https://api.sync.so',
  headers: { 'x-api-key': 'a-key-9d2e6c' },
};
export const ID = '6533643b-aceb-4c40-967e-d9ba9baac39e';

export const sync = (options: Partial<SyncOptions> = {}) =>
  createSync({ apiKey: 'a-key-9d2e6c', ...QUICK, ...options });

/** Plays an upload, and notes the key of each request. */
export async function replayUpload<T>(
  routes: readonly Route[],
  keys: unknown[],
  act: () => Promise<T>,
): Promise<T> {
  const scope = nock(DOOR.origin);
  for (const { method, path, query = {}, requestBody, requestHeaders = {}, ...answer } of routes) {
    scope
      .intercept(path, method, requestBody as never)
      .query(query)
      .reply(function () {
        keys.push(this.req.headers['x-api-key']);
        expect(this.req.headers).toMatchObject(requestHeaders);
        return [answer.status, (answer.body ?? '') as never];
      });
  }
  try {
    const result = await act();
    expect(scope.isDone()).toBe(true);
    return result;
  } finally {
    nock.cleanAll();
  }
}
