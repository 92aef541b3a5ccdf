import type { IncomingMessage } from 'node:http';
import { UnexpectedRedirect } from '../errors/UnexpectedRedirect.js';
import { ask } from './ask.js';
import type { DownloadPlan } from './DownloadPlan.js';
import { faultOfTransfer } from './faultOfTransfer.js';
import type { Silence } from './Silence.js';
import { urlRefusal } from './urlRefusal.js';

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly unknown[] = [301, 302, 303, 307, 308];

/** The head of an answer, and where it came from. @since 0.1.0 */
export interface FoundFile {
  readonly answer: IncomingMessage;
  /** Where redirects led to in the end. */
  readonly url: URL;
  readonly redirected: boolean;
}

function nextUrl(plan: DownloadPlan, from: URL, location: string | undefined): URL {
  const refuse = (why: string): UnexpectedRedirect =>
    new UnexpectedRedirect(`download: ${from.host}: a redirect ${why}`, {
      ...plan.facts,
      attempts: 1,
    });
  if (location === undefined || !URL.canParse(location, from)) throw refuse('leads nowhere');
  const url = new URL(location, from);
  if (from.protocol === 'https:' && url.protocol !== 'https:') throw refuse('leaves https');
  const refusal = urlRefusal(url, plan.privateOrigins);
  if (refusal !== undefined) throw refuse(`is not followed: its target ${refusal}`);
  return url;
}

/**
 * Asks for the file, and again where a redirect leads, at most five times. Each address on the way is
 * held to the same rules.
 *
 * @throws JobError
 * @since 0.1.0
 */
export async function followRedirects(
  plan: DownloadPlan,
  headers: Readonly<Record<string, string>>,
  silence: Silence,
  signal: AbortSignal,
): Promise<FoundFile> {
  let { url } = plan;
  for (let redirects = 0; ; redirects += 1) {
    const redirected = redirects > 0;
    const answer = await silence.during(ask(plan, url, headers, signal)).catch((error: unknown) => {
      const { tooLong } = silence;
      throw faultOfTransfer(plan, { host: url.host, redirected, tooLong }, error);
    });
    if (!REDIRECTS.includes(answer.statusCode)) return { answer, url, redirected };
    answer.destroy();
    if (redirects === MOST_REDIRECTS) {
      const text = `download: ${url.host}: more than ${MOST_REDIRECTS} redirects`;
      throw new UnexpectedRedirect(text, { ...plan.facts, attempts: 1 });
    }
    url = nextUrl(plan, url, answer.headers.location);
  }
}
