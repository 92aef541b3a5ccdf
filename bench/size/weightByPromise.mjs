// What each promise weighs in a client of Aurous. As a program: node bench/size/weightByPromise.mjs
import { fileURLToPath } from 'node:url';
import { bundleSize, DEPENDENCIES } from './bundleSize.mjs';
import { ENTRIES, programOf } from './programs.mjs';

/** The first that fits a file counts. */
const PROMISES = [
  ['the transport: no redirects, bounds, no leaks (later)', /^http\//],
  [
    'keys stay where they belong',
    /\/(?:Credentials|keyIssues|maskSecrets|redactText|warnOfPage|baseUrlIssues|pathIssues|restateError)\./,
  ],
  ['the vendor: codecs, tables, requests, rules', /^(?:providers|clients)\/aurous/],
  [
    'nothing is bought twice: when a create may be sent again',
    /^engine\/(?:PaidCall|buy|call|preparedCall|judgeSubmission|retrying|readCreated|submissionError|once|newIds|salvagedId|outcomeOf|AttemptFailure|jobProduct|SlotQueue|idempotency)/,
  ],
  [
    'a crash loses no job: records, intents, reconcile, resume',
    /^(?:stores\/|engine\/(?:\w*[iI]ntent|reconcile|searchJobs|marksOf|isRecognized|PendingWrites|\w*Records|resume|soundStore|fingerprint))/,
  ],
  ['no more requests than the vendor allows', /^(?:limits\/|engine\/(?:tokenFor|soundLimiter))/],
  [
    'mistakes are told before anything is sent',
    /^(?:contract\/(?:\w*[rR]ules?|decodeRef|isJobId|parseMoment)\.|engine\/(?:readOptions|refuse)\.|errors\/InvalidInput)/,
  ],
  [
    'whatever the vendor answers ends as a value',
    /^(?:contract\/|model\/|errors\/decodeIssues|engine\/(?:readBody|errorOf\w*|toSnapshot|phaseOf|explainedFailure|jobRefOf|isAbsent|\w*[aA]nswer\w*)\.)/,
  ],
  ['typed errors', /^errors\//],
  [
    'one stream a job: looks, cadence, many watchers, deadlines',
    /^(?:timing\/|operators\/|engine\/)/,
  ],
  ['what the client is made of', /^clients\//],
];

/** Rows of `{ promise, files, minBytes, share, gzipBytes }`; what is packed is shared out by bytes. */
export async function weightByPromise(program, resolveDir) {
  const size = await bundleSize(program, { resolveDir, external: DEPENDENCIES });
  if (size.refused !== undefined) throw new Error(size.refused);
  const rows = PROMISES.map(([promise]) => ({ promise, files: 0, minBytes: 0 }));
  for (const [file, bytes] of Object.entries(size.modules)) {
    const path = /^dist\/esm\/(.*)$/.exec(file)?.[1];
    const at = PROMISES.findIndex(([, pattern]) => pattern.test(path ?? ''));
    if (at < 0 || bytes === 0) continue;
    rows[at].files += 1;
    rows[at].minBytes += bytes;
  }
  const all = rows.reduce((sum, { minBytes }) => sum + minBytes, 0);
  return rows
    .map((row) => ({
      ...row,
      share: row.minBytes / all,
      gzipBytes: (row.minBytes / all) * size.whole.gzipBytes,
    }))
    .sort((one, other) => other.minBytes - one.minBytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const [aurous] = ENTRIES;
  console.table(
    (await weightByPromise(programOf(aurous), root)).map(
      ({ promise, files, minBytes, share, gzipBytes }) => ({
        promise,
        files,
        'kB minified': Number((minBytes / 1000).toFixed(1)),
        'kB packed': Number((gzipBytes / 1000).toFixed(1)),
        '%': Math.round(100 * share),
      }),
    ),
  );
}
