// What error codes of Node, undici and OpenSSL mean to people.
import { describe, expect, it } from 'vitest'
import { ExplainedError } from '../../src/core/failures.ts'
import { PrivateAddressError } from '../../src/feeds/addresses.ts'
import { DeadlineError, explainNetworkError, unreachableReason } from '../../src/feeds/network-failures.ts'

const URL_ASKED = 'https://journal.example/flux.xml'

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error(code, { cause }), { code })
}

describe('unreachableReason', () => {
  it.each([
    ['ENOTFOUND', 'unknown-host'],
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'cut'],
    ['EPIPE', 'cut'],
    ['UND_ERR_SOCKET', 'cut'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['CERT_NOT_YET_VALID', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'no-tls'],
    ['EPROTO', 'no-tls'],
    ['HPE_INVALID_CONSTANT', 'not-http'],
    ['HPE_INVALID_EOF_STATE', 'cut'],
    ['UND_ERR_HEADERS_OVERFLOW', 'not-http'],
    ['EAI_AGAIN', 'other'],
    ['ENETUNREACH', 'other'],
    ['', 'other'],
  ])('%s is «%s»', (code, reason) => expect(unreachableReason(code)).toBe(reason))
})

describe('explainNetworkError', () => {
  it.each([
    [new DeadlineError(20), { code: 'fetch-timeout', seconds: 20 }, 'our own deadline'],
    [coded('UND_ERR_CONNECT_TIMEOUT'), { code: 'fetch-timeout', seconds: 10 }, 'no connection in time'],
    [coded('ETIMEDOUT'), { code: 'fetch-timeout', seconds: 10 }, 'the system gave up connecting'],
    [
      new Error('fetch failed', { cause: coded('ENOTFOUND') }),
      { reason: 'unknown-host' },
      'the cause knows more',
    ],
    [coded('UND_ERR_ABORTED', coded('ECONNRESET')), { reason: 'cut' }, 'so does the cause of a code'],
    [coded('', new PrivateAddressError('piege.example')), { code: 'fetch-private-address' }, 'wrapped'],
    ['panne', { code: 'fetch-unreachable', reason: 'other' }, 'no error at all'],
  ])('%s', (error, expected, _why) => {
    const explained = explainNetworkError(error, URL_ASKED, 10)
    expect(explained.failure).toMatchObject({ url: URL_ASKED, ...expected })
    expect(explained.cause).toBe(error)
  })

  it('leaves alone what is explained already', () => {
    const explained = new ExplainedError({ code: 'fetch-too-large', url: URL_ASKED, limitBytes: 1 })
    expect(explainNetworkError(explained, URL_ASKED, 10)).toBe(explained)
  })

  it('gets to the end of a cause that goes round in circles', () => {
    const error = coded('UND_ERR_ABORTED')
    error.cause = error
    expect(explainNetworkError(error, URL_ASKED, 10).failure).toMatchObject({ reason: 'other' })
  })
})
