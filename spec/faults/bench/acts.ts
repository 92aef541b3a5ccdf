import type { Act } from './ModelServer.js';

/** Nothing comes, and the connection stays. */
export const hangs: Act = () => undefined;

/** The connection is reset. */
export const resets: Act = ({ socket }) => socket.resetAndDestroy();

/** The connection ends in good order. */
export const ends: Act = ({ socket }) => socket.end();

/** Makes the job first, then does something else: the answer that should tell of it gets lost. */
export const commitsAnd =
  (then: Act): Act =>
  (asked) => {
    asked.commit();
    return then(asked);
  };

/** An answer of that status; in the vendor's error shape where a code is given for a body. */
export const answers =
  (status: string, body: object | string = '', headers: readonly string[] = []): Act =>
  (asked) =>
    asked.answer(status, body, headers);

/** A refusal in the vendor's own shape. */
export const refuses =
  (status: string, code: string, message: string, headers: readonly string[] = []): Act =>
  (asked) =>
    asked.answer(status, asked.desk.vault.refusal(code, message), headers);

/** The job as the vendor shows it under the word, such as `running`. */
export const shows =
  (word: 'running' | 'failed' | 'done', status = '200 OK'): Act =>
  (asked) =>
    asked.answer(status, asked.job(asked.desk.words[word]));

/** Another address. */
export const redirects =
  (status: 301 | 302 | 303 | 307 | 308, location: string): Act =>
  (asked) =>
    asked.answer(`${status} Elsewhere`, '', [`Location: ${location}`]);

/** The bytes as they are, and the connection stays. */
export const writes =
  (bytes: string): Act =>
  ({ socket }) =>
    socket.write(bytes);

/** The head, and then the drop again and again, for ever. */
export const trickles =
  (head: string, drop: string, everyMs = 10): Act =>
  ({ socket }) => {
    socket.write(head);
    // Not the client's timer: it must not be counted among what the client left.
    const timer = setInterval(() => socket.write(drop), everyMs).unref();
    socket.on('close', () => clearInterval(timer));
  };

/** The same, that much later. */
export const afterMs =
  (ms: number, act: Act): Act =>
  (asked) =>
    setTimeout(() => act(asked), ms).unref();
