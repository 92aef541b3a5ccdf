/** The groups of faults, by their letter. */
export const GROUPS = {
  A: 'network',
  B: 'status and headers',
  C: 'bodies',
  D: 'what a job says',
  E: 'vendors',
  F: 'limits and retries',
  G: 'time',
  H: 'leaving and closing',
  I: 'many at once',
  J: 'secrets',
  K: 'webhooks',
  L: 'death of the process',
  M: 'store and disk',
} as const;

export type Group = keyof typeof GROUPS;

/** One fault, and what has to come of it. */
export interface Row {
  readonly id: string;
  readonly group: Group;
  readonly fault: string;
  readonly expected: string;
  /** Why it is not tested. */
  readonly excluded?: string;
}

const NO_WEBHOOKS = 'the library receives no webhooks yet';

// Numbers that are missing were never given. "Unknown" is `SubmissionUnknown`: one POST, and the
// intent stays in the store. "Not sent" and "rejected" are the error's `outcome`.
const ROWS = [
  ['A1', 'connection refused on create', 'not sent, tried again in its budget, one job at most'],
  [
    'A2',
    'host name not found, or the name server is busy, on create',
    'not sent; an unknown host is told at once, a busy name server is asked again',
  ],
  ['A3', 'the name server never answers', 'ends at the timeout of the attempt, not sent'],
  ['A5', 'the TLS handshake never ends', 'ends at the timeout of the attempt, not sent'],
  [
    'A6',
    'certificate expired, of another host, or of nobody known',
    '`NetworkFault` for `tls`, one attempt, never in the clear',
  ],
  [
    'A7',
    'reset before any byte of the request was read',
    'not sent only where that is proven, else unknown',
  ],
  ['A8', 'reset after the request, when the vendor has made the job', 'unknown, one job'],
  ['A9', 'reset of a kept connection under a look', 'looked again, and the watch goes on'],
  ['A10', 'kept connections die while a create is sent', 'a connection of its own, one POST'],
  ['A12', 'no head of an answer', 'ends at the timeout; a create is unknown, a look comes again'],
  ['A13', 'the head comes a line at a time', 'ends at the timeout of the whole attempt'],
  ['A14', 'the body comes a byte at a time, for ever', 'ends at the timeout of the whole attempt'],
  ['A15', 'the body stalls after its first half', 'ends at the timeout, as `TimedOut`'],
  [
    'A17',
    'no network for ten minutes of a watch',
    'the watch goes on with the same job, with capped waits',
  ],
  [
    'A18',
    'a browser goes offline and online again',
    'a pause, and one look at once',
    'the library listens to no event of a page: it looks again after at most 30 s, which A17 shows',
  ],
  [
    'A19',
    'the proxy refuses to connect',
    '`NetworkFault` for `proxy`, not sent, its password not shown',
  ],
  [
    'A20',
    'fifty jobs and one connection',
    'waiting for room is no part of the timeout: none ends as `TimedOut`',
  ],
  ['A22', 'ten thousand looks in a row', 'memory and connections do not grow'],

  ['B1', '400 or 422 with words of the vendor', '`Rejected` with those words, bounded, redacted'],
  ['B2', '401 or 403', '`Unauthorized`, once; a watch ends with the reference'],
  ['B3', '402', '`PaymentRequired`, once'],
  ['B5', '404 of a job that was known', 'phase `gone`, not `failed`'],
  ['B6', '405, 411 or 415', '`Rejected`, once'],
  ['B7', '408', 'a create is unknown, a look comes again'],
  [
    'B8',
    '409 on create',
    '`Rejected` with what the vendor says, unknown if another says it, never sent again; under a key in progress, the same key',
  ],
  ['B9', '410 of a job', 'phase `gone`'],
  ['B10', '413 on create', '`Rejected`, once'],
  [
    'B11',
    '429 on create, without Retry-After',
    'nothing was made: waits and sends again, or fails',
  ],
  ['B12', '429 on a look', 'slows all looks of that key; the job is not affected'],
  ['B13', '500, 502, 503 or 504 after the job was made', 'unknown, one job'],
  ['B14', '500 on some looks, then 200', 'the watch lives on, and tells of each wait'],
  [
    'B15',
    '500 on every look',
    '`DeadlineExceeded` with the reference; the job is not called failed',
  ],
  ['B16', '501 or 505', 'not tried again'],
  ['B17', '520 to 524, of a network before the vendor', 'as 502'],
  ['B18', '200, 201 or 202 on create', 'all are success where the id is present'],
  ['B20', '302 to another host', '`UnexpectedRedirect`; the other host gets no connection'],
  ['B21', '307 or 308 to the same host, on create', 'one POST in all, and an error'],
  ['B22', 'redirects in a loop', 'one request'],
  [
    'B23',
    'redirect to a subdomain, to plain http, to a file, to a metadata address',
    'not followed',
  ],
  ['B24', 'a redirect that a browser shows as status 0', 'an error, not success'],
  ['B25', '100 and 103 before the answer; 101 instead', 'the last answer counts; 101 is none'],
  ['B28', 'the answer sets a cookie', 'never sent back'],

  ['C1', '201 with an empty body', 'unknown'],
  ['C2', '201 with cut JSON that holds the whole id', 'unknown, with the id as candidate'],
  ['C3', '200 with a page of HTML, on a look', 'looked again, `Undecodable` for `not-json`'],
  ['C4', '200 with JSON that is no job', '`Undecodable`, the reference is kept'],
  ['C5', 'JSON under another content type', 'accepted'],
  ['C7', 'a body without a length that is cut', '`Undecodable`, not a part of a value'],
  ['C8', 'gzip cut, corrupt, twice, or of unknown encoding', 'a typed error or the exact value'],
  ['C9', '256 MiB in a small gzip or brotli body', 'stops at the limit, and so does memory'],
  ['C10', 'a body of 200 MB, and one without end', 'stops at the limit'],
  ['C12', '`__proto__` and `constructor` as keys', 'no prototype changes, nothing is copied'],
  ['C13', 'the status twice in one body', 'the last one counts'],
  [
    'C15',
    'an id that is empty, climbs, is far too long or has a line break',
    'refused before a URL is made of it',
  ],
  ['C16', 'fields that nobody knows', 'ignored'],
  ['C17', 'a field that the page requires is missing', 'decodes'],
  ['C18', 'null for text, text for a number, where it is not essential', 'decodes'],
  ['C19', '5 MB of error message', 'cut to a bound'],
  ['C20', 'an error body that repeats the key or a signed URL', 'redacted'],
  ['C22', 'moments without zone, in milliseconds, empty, in the year 9999', 'read, or absent'],
  [
    'C23',
    'an output URL of another scheme, of a private address, with a password',
    'never fetched by us',
  ],

  ['D1', 'a status that no page lists', 'phase `unknown`, watched on, told of once'],
  ['D2', 'a status in other letters or spelling', 'read by the table of the vendor, else D1'],
  ['D3', 'a status goes back', 'passed on, nothing breaks'],
  ['D4', 'progress of 101, -1, NaN, null, text, or of the other scale', 'in [0, 1], or absent'],
  ['D5', 'progress falls', 'what is shown never falls; `raw` has what was said'],
  ['D6', 'progress of 100, and running on for an hour', 'still running'],
  ['D8', 'an output, and running', 'not done'],
  ['D9', 'failed with an output; done with an error text', 'the status decides, `raw` has both'],
  ['D10', 'another status after the end', 'the end stays, the oddity is told of'],
  ['D13', '`draft`, `canceled`, `rejected`', 'read by the table of the vendor'],
  ['D14', '`reviewing` at Aurous', 'phase `needs-action`, and the stream completes'],
  ['D15', '`deleted`, or `enabled: false`', 'phase `gone`'],
  ['D16', 'the status never ends', '`DeadlineExceeded` with the reference, to watch it again'],
  ['D17', 'credits change after the end', 'the latest value; no second end'],
  ['D18', 'the URL of an output expires', 'fresh URLs by one look, no new job'],
  ['D20', 'two creates get the same id', 'told of, never merged in silence'],

  ['E1', 'Creatify: one of the two keys is missing', 'refused, nothing sent'],
  ['E2', 'Creatify: no slash at the end of the path', 'always there; a redirect is an error'],
  ['E3', 'Creatify: credits as 12.5, 12 or text', 'a number'],
  ['E4', 'Creatify: an empty failed_reason on success', 'not a failure'],
  ['E5', 'sync.so: a long-poll with progress', 'impossible to ask for'],
  ['E8', 'sync.so: an error code that no page lists', 'kept as text'],
  ['E9', 'Magic Hour: a width of -1; complete without downloads', 'accepted, and told of'],
  ['E11', 'Aurous: a version header of another form', 'refused, nothing sent'],
  [
    'E12',
    'the key of another vendor',
    'refused by its type, or by the vendor: never tried elsewhere',
  ],
  ['E13', 'a base URL with query, without TLS, or with a password', 'refused in clear words'],
  ['E14', 'the example of every page', 'decodes'],

  ['F1', 'Retry-After: 5', 'the next try after 5 s, and not much later'],
  ['F4', 'Retry-After of a month, of an age, of the year 2077', '`RateLimited`; no try at once'],
  ['F5', '429 without a header, ten times', 'doubling waits with jitter and a cap'],
  ['F6', '503 with Retry-After against 429', 'both are waited for; only 429 slows the rate'],
  ['F7', '200 jobs under one key of 120 a minute', 'never more at the vendor; nobody starves'],
  ['F8', 'two clients under one key', 'both adapt to 429'],
  ['F10', 'histories of failures in a table', 'outcome, attempts and waits, exactly'],
  ['F11', 'chance of 0 and of 0.999999', 'waits in their bounds, never 0 after 429'],
  [
    'F12',
    'attempts of 0, 1, NaN, Infinity, -1',
    '1 and Infinity are valid, others refused at once',
  ],
  ['F14', 'what says when to try again ends without a word', 'the error surfaces, no silent end'],

  [
    'G1',
    'gaps and timeouts of 2^31-1, 2^31, Infinity, NaN, -1, text, 0.5',
    'exact, or refused; never at once',
  ],
  ['G2', 'a deadline of 30 days', 'kept; no timer overflows'],
  ['G4', 'the process stands still during a create, whose answer comes meanwhile', 'the id is had'],
  ['G5', 'an hour of sleep in a watch', 'one look after it, no burst'],
  ['G7', 'a hidden tab, with one timer a minute', 'slower, and right'],
  ['G8', 'looks take longer than the gap', 'never two looks at once for one job'],
  ['G9', 'the wall clock jumps: summer time, a leap second, the year 2038', 'no effect on gaps'],
  ['G10', 'a client without work; a client with a watch', 'lets the process end; keeps it alive'],

  ['H1', 'left in the same tick as subscribed', 'no POST, and nothing unclear in the store'],
  ['H2', 'left after bytes left', 'the create ends by itself, its id is stored'],
  ['H3', 'left in a wait or within a body', 'timer gone, connection closed within 100 ms'],
  ['H4', 'a signal that was aborted before', 'nothing is sent'],
  ['H5', 'aborted twice, or after the end', 'no effect'],
  ['H6', 'a hundred requests on one signal', 'no warning, and no listener stays'],
  ['H7', 'cancel fails, or gets 404 or 409', 'an error, and the job is watched on'],
  ['H8', 'cancel against the end', 'the end wins; one end'],
  [
    'H9',
    'closed with fifty jobs running',
    'all end within a second, all ids are stored; closing twice is fine; later calls are `Closed`',
  ],
  ['H11', 'a subscriber throws', 'others go on'],

  ['I1', 'a run subscribed to twice, a hundred times, late, after its end', 'one POST'],
  ['I2', 'the first leaves, another comes', 'one POST'],
  ['I4', 'the same key for another input', '`InvalidInput`, not sent'],
  ['I5', 'a thousand watches', 'bounded connections, nobody starves'],
  ['I6', 'two watch one job', 'one loop; both see the end'],
  ['I7', 'a job is started where another is told of', 'in order, without recursion'],
  ['I10', 'two processes and one store', 'one job'],
  ['I11', 'options are changed after the client was made', 'no effect'],

  ['J1', 'every way to fail, with marked keys', 'no key in anything that can be printed'],
  ['J2', 'a key with a line break, NUL, other letters, a space, or empty', 'refused, not shown'],
  ['J3', 'a key in a URL or in the input', 'refused or redacted'],
  ['J5', 'an id that would leave its path', 'refused'],
  ['J7', 'a base URL of another host', 'only as the user says; never from what a vendor said'],
  ['J9', 'a file of a private address', 'refused by the guard of downloads'],
  ['J10', 'the key of one vendor and the host of another', 'never meet'],
  ['J11', 'all diagnostics on', 'no header, no query, no body'],
  ['J12', 'the package', 'no install scripts, a fixed set of dependencies, no secrets or specs'],
  ['J14', 'the file of a store', 'mode 0600, no key inside'],
  ['J15', 'a browser', 'a warning that keys of a page are public, and a proxy instead'],

  ['K1', 'a good signature', 'accepted once', NO_WEBHOOKS],
  ['K2', 'the same message twice', 'no second event', NO_WEBHOOKS],
  ['K3', '301 s old, or of the future', 'refused', NO_WEBHOOKS],
  ['K5', 'a tolerance of 0, NaN, -1, Infinity', 'refused at once', NO_WEBHOOKS],
  ['K6', 'a body with another byte, written anew, or parsed', 'refused', NO_WEBHOOKS],
  ['K8', 'two signatures, one of the old secret', 'accepted while both are known', NO_WEBHOOKS],
  ['K9', 'ten thousand signatures, or 1 MB of header', 'refused by a bound', NO_WEBHOOKS],
  ['K10', 'an empty secret', 'refused at once', NO_WEBHOOKS],
  ['K11', 'an unknown scheme of signatures', 'refused', NO_WEBHOOKS],
  ['K12', 'the header as a list, twice, in other letters', 'only letters are ignored', NO_WEBHOOKS],
  ['K13', 'a vendor without signatures', 'the body is a hint to look', NO_WEBHOOKS],
  ['K14', 'valid, of a job that nobody knows', 'kept, nothing is fetched', NO_WEBHOOKS],
  ['K16', 'running after done', 'as D10', NO_WEBHOOKS],
  ['K17', 'a huge, deep, hostile or broken body', 'refused by a bound', NO_WEBHOOKS],
  ['K18', 'an output on another host', 'confirmed by a look', NO_WEBHOOKS],
  ['K19', 'time of a comparison', 'the same for right and wrong', NO_WEBHOOKS],

  ['L1', 'killed before the intent is written', 'no job, nothing to recover'],
  ['L2', 'killed after the intent, before the POST', 'listed as unclear, never sent by itself'],
  [
    'L3',
    'killed after the job was made, before its answer',
    'listed as unclear, can be looked for',
  ],
  ['L5', 'killed after the id is stored, before the first look', 'the same job is watched again'],
  ['L6', 'killed between looks, or before the end is told', 'told of again'],
  ['L7', 'killed while the store is compacted', 'the old file or the new one, whole'],
  ['L9', 'asked to end', 'writes what is left, and ends within a second'],

  ['M1', 'the disk is full when the intent is written', '`StoreFault`, not sent'],
  ['M3', 'no permission, read-only, broken, or a folder', '`StoreFault`, not sent'],
  ['M6', 'a store throws, or fails with nothing', '`StoreFault`'],
  ['M7', 'the storage of a browser is full or blocked', 'as M1'],
  ['M8', 'a hundred thousand old records', 'opens within a second; unfinished ones are kept'],
  ['M9', 'another process changes the file', 'seen'],
  ['M10', 'the path is a link to elsewhere', 'not followed, or documented'],
] as const satisfies readonly (
  | readonly [id: string, fault: string, expected: string]
  | readonly [id: string, fault: string, expected: string, excluded: string]
)[];

/** The numbers of the catalogue. */
export type FaultId = (typeof ROWS)[number][0];

/** Every fault of the catalogue, in its order. */
export const CATALOGUE: readonly Row[] = ROWS.map(([id, fault, expected, excluded]) => ({
  id,
  group: id[0] as Group,
  fault,
  expected,
  ...(excluded === undefined ? {} : { excluded }),
}));
