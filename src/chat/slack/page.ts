// A page of ours: plain words, no script, nothing from elsewhere. Says nothing by itself.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { PageText } from '../../locale/installation.ts'

const STYLE =
  'body{font:1.05rem/1.6 system-ui,sans-serif;max-width:38rem;margin:15vh auto 2rem;padding:0 1.2rem;color:#222;background:#fff}' +
  'h1{font-size:1.5rem;line-height:1.3}a{color:#4a154b}' +
  '@media (prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}a{color:#d9b3da}}'

/** In the place of the door's: nothing but our own style; no frame, no form, no base: CSP level 3, W3C. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Before anybody writes a page. The rest of what guards it, the door has set for every answer: src/web/defenses.ts. */
export function announcePage(response: ServerResponse): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', POLICY)
}

export function showPage(response: ServerResponse, status: number, text: PageText): void {
  announcePage(response)
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
