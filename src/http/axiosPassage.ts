import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import { answerOf, isAnswer } from './answerOf.js';
import type { Passage } from './Passage.js';
import type { Trail } from './Trail.js';

/** A request that goes all the way through axios: interceptors, adapter and back. @since 0.1.0 */
export function axiosPassage(
  sender: Pick<AxiosInstance, 'request'>,
  config: AxiosRequestConfig,
  trail: Trail,
): Passage {
  const controller = new AbortController();
  return {
    begin(onEnd) {
      const settle = (value: unknown, error?: unknown): void => {
        // An answer that arrived counts, whatever an interceptor made of it: it may hold a paid id.
        const answer = isAnswer(value) ? value : trail.answer;
        onEnd(isAnswer(answer) ? answerOf(answer) : undefined, error);
      };
      sender
        .request({ ...config, signal: controller.signal })
        .then(settle, (error: unknown) => settle(undefined, error));
    },
    stop: () => controller.abort(),
    get partial() {
      return trail.partial;
    },
    get proxied() {
      return trail.proxied;
    },
    get sent() {
      return trail.sent;
    },
  };
}
