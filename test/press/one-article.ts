// A publisher on loopback with one article of this hour, for a program that runs by the real clock.
import { join } from 'node:path'
import { MINUTE } from '../../src/core/calendar.ts'
import { type LoopbackPress, startLoopbackPress } from '../../src/demo/loopback-press.ts'

/** Started in the place of the program, it finds the publisher; wants `environmentOf` in its environment. */
export const PRESS_CHILD = join(import.meta.dirname, 'press-child.ts')

export const PRESS_HOST = 'lavigie.example'
export const PRESS_FEED = `http://${PRESS_HOST}/flux.xml`
export const ARTICLE_TITLE = 'Vernay : le marché couvert rouvre après deux ans de travaux'

const TEXT =
  'Le marché couvert de Vernay a rouvert lundi matin après deux ans de travaux, a annoncé la municipalité. La maire, Lucie Arnaudin, a rencontré le préfet Paul Delmas devant les étals. Les quarante commerçants ont retrouvé leurs places, et la charpente a été restaurée.'

export function startPress(): Promise<LoopbackPress> {
  const body = Buffer.from(feedAt(Date.now() - 10 * MINUTE))
  const headers = { 'content-type': 'application/rss+xml; charset=utf-8' }
  return startLoopbackPress((_host, path) => (path === '/flux.xml' ? { headers, body } : undefined))
}

export function environmentOf({
  port,
}: LoopbackPress): Readonly<Record<'PRESS_HOSTS' | 'PRESS_PORT', string>> {
  return { PRESS_HOSTS: PRESS_HOST, PRESS_PORT: String(port) }
}

function feedAt(published: number): string {
  const address = `http://${PRESS_HOST}/articles/marche`
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>La Vigie</title><link>http://${PRESS_HOST}/</link><description>-</description><item><guid>${address}</guid><link>${address}</link><title>${ARTICLE_TITLE}</title><pubDate>${new Date(published).toUTCString()}</pubDate><description>${ARTICLE_TITLE}</description><content:encoded><![CDATA[<p>${TEXT}</p>]]></content:encoded></item></channel></rss>`
}
