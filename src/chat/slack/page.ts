// A page of ours: plain words, no script, nothing from elsewhere. Says nothing by itself.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { PageText } from '../../locale/installation.ts'

const STYLE =
  'body{font:1.05rem/1.6 system-ui,sans-serif;max-width:38rem;margin:15vh auto 2rem;padding:0 1.2rem;color:#222;background:#fff}' +
  'h1{font-size:1.5rem;line-height:1.3}a{color:#4a154b}' +
  '@media (prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}a{color:#d9b3da}}'

/** Nothing but our own style; no frame, no form, no base: CSP level 3, W3C. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The address of a page may carry a state or a code: it is kept nowhere and told to nobody. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex',
} as const

/** Before anybody writes a page; what is sent is sent with them. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
}

export function showPage(response: ServerResponse, status: number, text: PageText): void {
  secure(response)
  response.writeHead(status)
  response.end(renderPage(text))
}

export function renderPage({ title, paragraphs, link }: PageText): string {
  return [
    '<!doctype html>',
    '<html lang="fr"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escape(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
    ...(link === undefined ? [] : [`<p><a href="${escape(link.address)}">${escape(link.label)}</a></p>`]),
    '</main></body></html>',
  ].join('\n')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? '')
}
