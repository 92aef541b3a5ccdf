import {
  initUpload,
  referenceUploadOf,
  uploadReference,
} from '../../../src/providers/aurous/characterUploads.js';
import { isRight } from 'fp-ts/lib/Either.js';

const TICKET = {
  upload_id: 'upl_01HXMQ7Z3K8Y2NABCDEFGHJKMR',
  upload_url: 'https://aurous.storage/upload?signature=x',
  upload_headers: { 'Content-Type': 'image/jpeg' },
  expires_at: '2026-05-08T10:15:00Z',
};

function ticketOf(changes: object = {}) {
  const ticket = initUpload.answer.decode({ ...TICKET, ...changes });
  return isRight(ticket) ? ticket.right : undefined;
}

describe('what Aurous is told of a picture', () => {
  it.each([
    [new File([''], 'front.jpeg', { type: 'image/jpeg' }), {}, ['front.jpeg', 'jpg', 'image/jpeg']],
    [new File([''], 'front.webp'), {}, ['front.webp', 'webp', 'image/webp']],
    [new File([''], 'FRONT.PNG'), {}, ['FRONT.PNG', 'png', 'image/png']],
    [new Blob([''], { type: 'image/png' }), {}, ['reference', 'png', 'image/png']],
    [new Blob(['']), { filename: 'a.jpg' }, ['a.jpg', 'jpg', 'image/jpeg']],
    [new Blob(['']), { content_type: 'image/webp' }, ['reference', 'webp', 'image/webp']],
    [new Blob(['']), { extension: 'jpeg' }, ['reference', 'jpeg', 'image/jpeg']],
  ] as const)('%#: is what the file tells, or the user', (file, said, expected) => {
    const { filename, extension, content_type } = referenceUploadOf(file, said);
    expect([filename, extension, content_type]).toEqual(expected);
  });

  it.each([
    [new Blob(['']), ['extension', 'content_type']],
    [new File([''], 'a.gif', { type: 'image/gif' }), ['extension', 'content_type']],
    [new File([''], 'x'.repeat(121), { type: 'image/png' }), ['filename']],
  ])('%#: what is missing or wrong is named', (file, paths) => {
    const issues = initUpload.check?.(referenceUploadOf(file)) ?? [];
    expect(issues.map(({ path }) => path)).toEqual(paths);
  });

  it('has to fit together', () => {
    const input = { filename: 'a.png', extension: 'png', content_type: 'image/webp' } as const;
    expect(initUpload.check?.(input)).toEqual([
      { path: 'content_type', message: 'must be "image/png" for the extension png' },
    ]);
  });
});

describe('where a picture goes', () => {
  const input = { filename: 'a.jpg', extension: 'jpg', content_type: 'image/jpeg' } as const;

  it('is the address of the answer, with its headers', () => {
    const ticket = ticketOf();
    expect(ticket && uploadReference.target(ticket, input)).toEqual({
      url: TICKET.upload_url,
      headers: TICKET.upload_headers,
    });
    expect(ticket && uploadReference.uploaded(ticket)).toEqual({ upload_id: TICKET.upload_id });
  });

  it('bears the picture’s type where the answer names no header', () => {
    const ticket = ticketOf({ upload_headers: null });
    expect(ticket && uploadReference.target(ticket, input).headers).toEqual({
      'Content-Type': 'image/jpeg',
    });
  });

  it('leaves out headers that no request can carry', () => {
    const upload_headers = { 'X-A': 'ok', 'bad name': 'x', 'X-B': 'a\r\nb', 'X-C': 4 };
    expect(ticketOf({ upload_headers })?.upload_headers).toEqual({ 'X-A': 'ok' });
  });

  it('is nowhere without an address', () => {
    expect(ticketOf({ upload_url: 'somewhere' })).toBeUndefined();
  });
});
