// What the network's errors mean: codes of Node, undici and OpenSSL to failures that people can read. Never sends anything.
import { ExplainedError, type Failure, type UnreachableReason } from '../core/failures.ts'
import { PrivateAddressError } from './addresses.ts'

/** The reason with which we abort a request ourselves. */
export class DeadlineError extends Error {
  readonly seconds: number
  /** Whether something had come by then. */
  readonly hasBegun: boolean

  constructor(seconds: number, hasBegun = false) {
    super(`${seconds} s are over`)
    this.name = 'DeadlineError'
    this.seconds = seconds
    this.hasBegun = hasBegun
  }
}

/** An error and what caused it, outermost first. */
function causes(error: unknown): readonly Error[] {
  const chain: Error[] = []
  for (let link = error; link instanceof Error && chain.length < 10; link = link.cause) chain.push(link)
  return chain
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  // undici leaves the code of llhttp out when the answer does not even begin as one.
  return error.name === 'HTTPParserError' ? 'HPE_INVALID_CONSTANT' : ''
}

type Timeout = Pick<Extract<Failure, { readonly code: 'fetch-timeout' }>, 'seconds' | 'hasBegun'>

function timeoutOf(chain: readonly Error[], connectSeconds: number): Timeout | undefined {
  const deadline = chain.find((error) => error instanceof DeadlineError)
  if (deadline !== undefined)
    return { seconds: deadline.seconds, ...(deadline.hasBegun ? { hasBegun: true } : {}) }
  const isConnecting = chain
    .map(codeOf)
    .some((code) => code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
  return isConnecting ? { seconds: connectSeconds } : undefined
}

/** Certificates: OpenSSL's verification codes as Node names them. */
const CERTIFICATE_CODE =
  /^(?:CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CRL_|INVALID_CA|HOSTNAME_MISMATCH)/

/** Handshakes that came to nothing: whoever answers there speaks another TLS, or none. */
const HANDSHAKE_CODE = /^(?:ERR_SSL_|EPROTO)/

/** What the parser of HTTP (llhttp) and undici say of answers that are none, or whose headers never end. */
const NO_HTTP_CODE = /^(?:HPE_(?!INVALID_EOF_STATE)|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE)/

/** Why a host was not reached. `EAI_AGAIN` and `ENETUNREACH` blame our own network, so they are «other». */
export function unreachableReason(code: string): UnreachableReason {
  if (code === 'ENOTFOUND' || code === 'EAI_NODATA' || code === 'EAI_FAIL') return 'unknown-host'
  if (code === 'ECONNREFUSED') return 'refused'
  if (CERTIFICATE_CODE.test(code)) return 'certificate'
  if (HANDSHAKE_CODE.test(code)) return 'no-tls'
  if (NO_HTTP_CODE.test(code)) return 'not-http'
  return /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_INVALID_EOF_STATE)$/.test(
    code,
  )
    ? 'cut'
    : 'other'
}

function failureOf(error: unknown, url: string, connectSeconds: number): Failure {
  const chain = causes(error)
  if (chain.some((link) => link instanceof PrivateAddressError)) return { code: 'fetch-private-address', url }
  const timeout = timeoutOf(chain, connectSeconds)
  if (timeout !== undefined) return { code: 'fetch-timeout', url, ...timeout }
  const reasons = chain.map((link) => unreachableReason(codeOf(link)))
  return {
    code: 'fetch-unreachable',
    url,
    reason: reasons.find((reason) => reason !== 'other') ?? 'other',
  }
}

/** The failure that a request to `url` ended with; an ExplainedError stays as it is. `connectSeconds` is what a connection may take. */
export function explainNetworkError(error: unknown, url: string, connectSeconds: number): ExplainedError {
  if (error instanceof ExplainedError) return error
  return new ExplainedError(failureOf(error, url, connectSeconds), { cause: error })
}
