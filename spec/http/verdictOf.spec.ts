import fc from 'fast-check';
import { verdictOf } from '../../src/http/verdictOf.js';

const systemError = (code: string, syscall?: string, message = code): Error =>
  Object.assign(new Error(message), { code, ...(syscall === undefined ? {} : { syscall }) });

describe('by its code', () => {
  it.each([
    ['refused', true, systemError('ECONNREFUSED', 'connect')],
    ['dns', true, systemError('ENOTFOUND', 'getaddrinfo')],
    ['dns', true, systemError('EAI_FAIL', 'getaddrinfo')],
    ['offline', true, systemError('EAI_AGAIN', 'getaddrinfo')],
    ['tls', true, systemError('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['tls', true, systemError('SELF_SIGNED_CERT_IN_CHAIN')],
    ['tls', true, systemError('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['tls', true, systemError('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')],
    ['tls', true, systemError('CERT_HAS_EXPIRED')],
    ['tls', true, systemError('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['tls', true, systemError('HOSTNAME_MISMATCH')],
    ['tls', false, systemError('EPROTO', 'write')],
    ['tls', false, systemError('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')],
    ['offline', true, systemError('ENETUNREACH', 'connect')],
    ['other', true, systemError('EHOSTUNREACH', 'connect')],
    ['timeout', true, systemError('ETIMEDOUT', 'connect')],
    ['timeout', false, systemError('ETIMEDOUT', 'read')],
    ['timeout', false, systemError('ECONNABORTED', undefined, 'timeout of 5ms exceeded')],
    ['timeout', true, systemError('UND_ERR_CONNECT_TIMEOUT')],
    ['timeout', false, systemError('UND_ERR_HEADERS_TIMEOUT')],
    ['reset', false, systemError('ECONNRESET', 'read')],
    ['reset', true, systemError('ECONNRESET', 'connect')],
    ['reset', false, systemError('EPIPE', 'write')],
    ['reset', false, systemError('ECONNRESET', undefined, 'socket hang up')],
    ['reset', false, systemError('ECONNABORTED', undefined, 'Request aborted')],
    ['reset', false, systemError('UND_ERR_SOCKET')],
    ['reset', false, systemError('ERR_BAD_RESPONSE', undefined, 'stream has been aborted')],
    ['proxy', true, systemError('ERR_PROXY_TUNNEL')],
    [
      'proxy',
      false,
      systemError('ECONNRESET', undefined, 'tunneling socket could not be established'),
    ],
    [
      'too-large',
      false,
      systemError('ERR_BAD_RESPONSE', undefined, 'maxContentLength size of 9 exceeded'),
    ],
    ['too-large', false, systemError('HPE_HEADER_OVERFLOW')],
    ['redirect', false, systemError('ERR_FR_TOO_MANY_REDIRECTS')],
    ['other', true, systemError('ERR_INVALID_URL')],
    [
      'other',
      true,
      systemError('ERR_BAD_REQUEST', undefined, 'Request body larger than maxBodyLength limit'),
    ],
    ['other', false, systemError('ERR_BAD_REQUEST')],
    ['other', false, systemError('HPE_INVALID_CONSTANT')],
    ['other', false, new Error('no code')],
  ])('%s, unsent: %s (%o)', (reason, unsent, error) => {
    expect(verdictOf(error)).toEqual({ reason, unsent, text: error.message });
  });
});

describe('through what lies below it', () => {
  it('as fetch wraps a system error', () => {
    const error = Object.assign(new TypeError('fetch failed'), {
      cause: systemError('ECONNREFUSED', 'connect'),
    });
    expect(verdictOf(error)).toEqual({ reason: 'refused', unsent: true, text: 'fetch failed' });
  });

  it('as Node bundles what each address of a host said', () => {
    const error = Object.assign(
      new AggregateError([systemError('ENETUNREACH', 'connect', 'no route')], ''),
      {
        code: '',
      },
    );
    expect(verdictOf(error)).toEqual({ reason: 'offline', unsent: true, text: 'no route' });
  });

  it('but not for ever', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(verdictOf(error)).toMatchObject({ reason: 'other', text: 'round' });
  });
});

it('is total, and claims nothing of what it does not know', () => {
  const thrower = {
    get code(): never {
      throw new Error('no');
    },
  };
  for (const value of [undefined, null, 'ECONNREFUSED', 7, thrower, { code: 7, message: {} }]) {
    expect(verdictOf(value)).toEqual({ reason: 'other', unsent: false, text: 'no reason given' });
  }
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(verdictOf(value)).toMatchObject({ unsent: false });
    }),
  );
});
