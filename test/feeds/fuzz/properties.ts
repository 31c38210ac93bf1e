// What holds of every reader whatever it is given, as properties with a seed. Starts nothing by itself.
import * as fc from 'fast-check'
import { readDate } from '../../../src/feeds/dates.ts'
import { decodeFeed, decodeHtml } from '../../../src/feeds/decode.ts'
import { extractPage } from '../../../src/feeds/extract.ts'
import { readFeedLinks } from '../../../src/feeds/feed-links.ts'
import { feedItems } from '../../../src/feeds/items.ts'
import { type FeedDocument, parseFeed } from '../../../src/feeds/parse.ts'
import { typedAddresses } from '../../../src/feeds/typed-address.ts'
import { wholeItems } from '../whole-items.ts'
import { check, checkStrings, readInTime, stringsIn } from './checks.ts'
import { mutated } from './mutations.ts'
import { outlineReader } from './outline-property.ts'
import { CODE_WORD } from './seeds.ts'

export interface Corpus {
  readonly feeds: readonly string[]
  readonly pages: readonly string[]
}

interface FuzzOptions {
  readonly seed: number
  readonly runs: number
}

const FEED_URL = 'https://lephare.example/rss.xml'
const PAGE_URL = 'https://lephare.example/budget.html'

const CHARSETS =
  'utf-8 iso-8859-1 iso-8859-15 windows-1252 utf-16 utf-16be utf-7 utf-32 us-ascii shift_jis gb18030 macintosh x-user-defined nul'.split(
    ' ',
  )

const EARLIEST = Date.UTC(1899, 0, 1)
const LATEST = Date.UTC(10_000, 0, 3)

function checkInstant(instant: number | undefined): void {
  check(
    instant === undefined || (Number.isInteger(instant) && instant > EARLIEST && instant < LATEST),
    `the instant ${instant}`,
  )
}

function decoder({ feeds, pages }: Corpus): fc.IPropertyWithHooks<[Uint8Array, string]> {
  const documents = mutated([...feeds, ...pages])
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    documents.map((text) => Buffer.from(text, 'utf8')),
    documents.map((text) => Buffer.from(text, 'latin1')),
    documents.map((text) => Buffer.from(text, 'utf16le')),
  )
  return fc.property(bytes, fc.oneof(fc.constantFrom(...CHARSETS), fc.string()), (body, charset) => {
    const headers = { 'content-type': `text/xml; charset=${charset}` }
    for (const text of [decodeFeed(body, headers).text, decodeHtml(body, headers)]) {
      check(text.isWellFormed(), 'half a character')
      check(!/[^\P{Cc}\t\n\r]/u.test(text), 'a control character')
    }
  })
}

function parser({ feeds }: Corpus): fc.IPropertyWithHooks<[string]> {
  return fc.property(mutated(feeds), (text) => {
    const body = Buffer.from(text, 'utf8')
    const document: FeedDocument | undefined = readInTime(() =>
      parseFeed(body, { url: FEED_URL, headers: {} }),
    )
    if (document === undefined) return
    const { items } = feedItems(document)
    checkStrings(items)
    for (const { publishedAt, updatedAt, url } of items) {
      checkInstant(publishedAt)
      checkInstant(updatedAt)
      check(url === undefined || /^https?:\/\//.test(url), `the address ${url}`)
    }
    // JSON is read or not; of XML each whole item comes back.
    const isXml = !/^\s*[{[]/.test(text)
    if (isXml)
      check(items.length >= Math.min(wholeItems(text), 5000), `${items.length} of ${wholeItems(text)} items`)
  })
}

const FORMATS: readonly ((date: Date) => string)[] = [
  (date) => date.toISOString(),
  (date) => date.toUTCString(),
  (date) => String(date.getTime()),
  (date) => date.toISOString().replace('T', ' ').replace('.000Z', ' +0000'),
  (date) =>
    `${date.toLocaleDateString('fr-FR', { dateStyle: 'full', timeZone: 'UTC' })} à ${date.toISOString().slice(11, 19)} UTC`,
  (date) =>
    `${date.toLocaleDateString('fr-FR', { dateStyle: 'short', timeZone: 'UTC' })} ${date.toISOString().slice(11, 19)} GMT`,
  (date) =>
    `${date.toLocaleDateString('fr-CA', { dateStyle: 'long', timeZone: 'UTC' })} ${date.toISOString().slice(11, 19)} GMT`,
  (date) =>
    `${date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })} ${date.toISOString().slice(11, 19)}Z`,
  (date) =>
    `${date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })} ${date.toISOString().slice(11, 19)} GMT`,
]

function dateReader(): fc.IPropertyWithHooks<[string]> {
  const written = fc
    .date({ min: new Date('1970-01-02'), max: new Date('2285-01-01'), noInvalidDate: true })
    .chain((date) => fc.constantFrom(...FORMATS).map((format) => format(date)))
  const words = fc.constantFrom(
    ...'mar. mars 3 03 2026 26 février fév feb 1er à 10h 10:15 10h15 CET +0100 Z T - / . , 99999999999999 +999999 0000 lundi am pm Europe/Paris ٣ ２'.split(
      ' ',
    ),
  )
  const salad = fc
    .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
    .map((parts) => parts.join(' '))
  return fc.property(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      salad,
      mutated(['2026-03-10T08:15:00+01:00', 'lun., 09 mars 2026 18:00']),
      written,
    ),
    (text) => checkInstant(readInTime(() => readDate(text))),
  )
}

function dateFormats(): fc.IPropertyWithHooks<[Date]> {
  const date = fc.date({ min: new Date('1971-01-01'), max: new Date('2285-01-01'), noInvalidDate: true })
  return fc.property(date, (exact) => {
    const whole = new Date(Math.floor(exact.getTime() / 1000) * 1000)
    // Ten digits alone are seconds: the format in milliseconds has thirteen from September 2001 on.
    const formats = whole.getTime() < 1e12 ? FORMATS.filter((_format, index) => index !== 2) : FORMATS
    for (const format of formats) {
      const text = format(whole)
      check(readDate(text) === whole.getTime(), `« ${text} » is read as ${readDate(text)}`)
    }
  })
}

function extractor({ pages }: Corpus): fc.IPropertyWithHooks<[string]> {
  return fc.property(mutated(pages), (html) => {
    const page = readInTime(() => extractPage(html, PAGE_URL))
    checkStrings(page)
    checkInstant(page?.publishedAt)
  })
}

const WORDS = [
  'Le conseil municipal de Valmer a adopté mardi soir le budget du port, par 23 voix contre 12.',
  'La maire a défendu « un effort sans précédent » pour les quais et les ferries.',
  'Mots.',
  ' ',
]

/** A page that is whole: elements closed, words without a sign of markup, scripts anywhere. */
const wholePage: fc.Arbitrary<string> = fc.letrec<{ node: string; element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('div', 'p', 'section', 'article', 'b', 'span', 'ul', 'li', 'blockquote', 'table', 'h2'),
      fc.array(tie('node'), { maxLength: 5 }),
    )
    .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
  node: fc.oneof(
    { maxDepth: 6 },
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        `<script>var ${CODE_WORD} = "<p>${CODE_WORD}</p>"</script>`,
        `<style>.${CODE_WORD} {}</style>`,
        `<!-- ${CODE_WORD} -->`,
        `<p onclick="${CODE_WORD}()">`,
        `<template>${CODE_WORD}</template>`,
      ),
    },
    { weight: 4, arbitrary: tie('element') },
  ),
})).element

function distinct(text: string): string {
  return [...new Set(text.split('\n\n'))].join('\n\n')
}

function extractedWords(): fc.IPropertyWithHooks<[readonly string[]]> {
  return fc.property(fc.array(wholePage, { minLength: 1, maxLength: 8 }), (parts) => {
    const html = `<html><body>${parts.join('')}</body></html>`
    const page = readInTime(() => extractPage(html, PAGE_URL))
    if (page === undefined) return
    check(!stringsIn(page).some((text) => text.includes(CODE_WORD)), 'code of a script among the words')
    check(!/[<>]/.test(page.text), 'markup among the words')
    const again = readInTime(() =>
      extractPage(
        `<html><body><article>${page.text
          .split('\n\n')
          .map((text) => `<p>${text.replaceAll('\n', '<br>')}</p>`)
          .join('')}</article></body></html>`,
        PAGE_URL,
      ),
    )
    // Paragraphs that were one block, and come twice, are told once when they come as two.
    check(
      distinct(again?.text ?? '') === distinct(page.text),
      `read again: ${JSON.stringify(again?.text)} for ${JSON.stringify(page.text)}`,
    )
  })
}

function feedLinks({ pages }: Corpus): fc.IPropertyWithHooks<[string]> {
  return fc.property(mutated(pages), (html) => {
    const links = readInTime(() => readFeedLinks(html, PAGE_URL))
    const found = [...(links?.declared ?? []), ...(links?.addressed ?? []), ...(links?.mentioned ?? [])]
    for (const { url } of found) check(URL.canParse(url) && /^https?:/.test(url), `the address ${url}`)
    checkStrings(links)
  })
}

function typed(): fc.IPropertyWithHooks<[string]> {
  const pieces = fc.constantFrom(
    ...'http:// https: // feed: www. lephare.example : 8080 / ? # @ < > | [ ]( ) . , ! … « » &amp; １２７．０．０．１ 0x7f.1 2130706433 [::1] javascript: file: data: %00 é 。 \uD800 \u202E'.split(
      ' ',
    ),
  )
  const salad = fc
    .array(fc.tuple(pieces, fc.oneof(fc.constant(1), fc.constantFrom(2, 500))), { maxLength: 8 })
    .map((parts) => parts.map(([piece, count]) => piece.repeat(count)).join(''))
  return fc.property(fc.oneof(fc.string({ unit: 'binary' }), salad), (text) => {
    const addresses = readInTime(() => typedAddresses(text)) ?? []
    check(addresses.length <= 3, `${addresses.length} meanings`)
    for (const address of addresses) check(/^[a-z][a-z\d+.-]*:/i.test(address), `no scheme: ${address}`)
  })
}

type Fuzzer = (options: FuzzOptions) => void

function assertion<T>(property: fc.IPropertyWithHooks<T>): Fuzzer {
  return ({ seed, runs }) => fc.assert(property, { seed, numRuns: runs })
}

/** Each property by its name; throws fast-check's report, with its seed, when one fails. */
export function fuzzers(corpus: Corpus): ReadonlyMap<string, Fuzzer> {
  return new Map([
    ['the decoder', assertion(decoder(corpus))],
    ['the parser', assertion(parser(corpus))],
    ['the date reader', assertion(dateReader())],
    ['the formats of dates', assertion(dateFormats())],
    ['the extractor', assertion(extractor(corpus))],
    ['the extracted words', assertion(extractedWords())],
    ['the links to feeds', assertion(feedLinks(corpus))],
    ['typed addresses', assertion(typed())],
    ['lists of feeds', assertion(outlineReader())],
  ])
}
