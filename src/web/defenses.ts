// What every answer of ours tells a browser: to run, load, frame, guess, keep and index nothing. Knows no page.
import type { ServerResponse } from 'node:http'

/** A page that needs more puts its own policy in the place of this one: CSP level 3, W3C. */
const DEFENSES = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // An address may carry a state, a code or a token of ours: it is told to nobody, and the answer is kept nowhere.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex',
} as const

/** Before anybody answers: what is sent is sent with them, whoever sends it. */
export function defend(response: ServerResponse): void {
  for (const [name, value] of Object.entries(DEFENSES)) response.setHeader(name, value)
}
