import { describe, expect, it } from 'vitest'
import { decodeFeed, decodeHtml } from '../../src/feeds/decode.ts'

const TEXT = 'L’été à Nîmes : « 3 € »'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const windows1252 = (text: string): Uint8Array =>
  Buffer.from(text.replaceAll('’', '\u0092').replaceAll('€', '\u0080'), 'latin1')
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const utf32 = (text: string): Uint8Array => {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return new Uint8Array(Uint32Array.from(points).buffer)
}
/** What windows-1252 makes of bytes. */
const latin1Of = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)
const MACINTOSH = { É: 0x83, é: 0x8e, à: 0x88, î: 0x94, '’': 0xd5, '«': 0xc7, '»': 0xc8, '€': 0xdb }
const DOS = { é: 0x82, à: 0x85, î: 0x8c, '«': 0xae, '»': 0xaf, '€': 0xd5 }
const QUEBEC = { É: 0x90, é: 0x82, à: 0x85, À: 0x8e, ç: 0x87, ù: 0x97 }
const encoded = (text: string, bytes: Readonly<Record<string, number>>): Uint8Array => {
  const letters = Object.entries(bytes)
  const spelt = letters.reduce(
    (all, [letter, byte]) => all.replaceAll(letter, String.fromCharCode(byte)),
    text,
  )
  return Buffer.from(spelt, 'latin1')
}
/** DOS has no curly apostrophe. */
const PLAIN = TEXT.replace('’', "'")
const QUEBEC_TEXT = 'À Québec, où on reçoit'
const xml = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><rss>${TEXT}</rss>`
const typed = (charset: string): Record<string, string> => ({
  'Content-Type': `text/xml; charset=${charset}`,
})

describe('decodeFeed', () => {
  it.each([
    ['UTF-8 without a word', utf8(`<rss>${TEXT}</rss>`), {}],
    ['UTF-8 with a BOM', utf8(`\uFEFF${xml('iso-8859-1')}`), {}],
    ['windows-1252 without a word', windows1252(`<rss>${TEXT}</rss>`), {}],
    ['windows-1252 called ISO-8859-1', windows1252(xml('ISO-8859-1')), {}],
    ['windows-1252 told by HTTP only', windows1252(`<rss>${TEXT}</rss>`), typed('windows-1252')],
    ['windows-1252 that claims to be UTF-8', windows1252(xml('utf-8')), typed('utf-8')],
    ['UTF-8 that claims to be ISO-8859-1', utf8(xml('iso-8859-1')), typed('iso-8859-1')],
    ['UTF-16 with a BOM', utf16(`\uFEFF${xml('utf-16')}`), {}],
    ['UTF-16 without a BOM', utf16(xml('utf-16')), {}],
    ['UTF-16, high byte first', Buffer.from(utf16(`\uFEFF${xml('utf-16')}`)).swap16(), {}],
    ['UTF-32', utf32(`\uFEFF${xml('utf-32')}`), {}],
    ['UTF-8 that claims to be UTF-16', utf8(xml('utf-16')), {}],
    ['an unknown label', utf8(xml('klingon')), typed('x-user')],
    ['no-break controls of a text converted too early', utf8(xml('utf-8').replace('’', '\u0092')), {}],
    ['control characters that XML forbids', utf8(`\0\u0001${xml('utf-8')}\u001F`), {}],
    ['UTF-8 encoded twice', utf8(latin1Of(utf8(xml('utf-8')))), {}],
    [
      'a text converted too early, then encoded twice',
      utf8(latin1Of(utf8(xml('utf-8').replace('’', '\u0092')))),
      {},
    ],
    [
      'ISO-8859-15 under another name',
      Buffer.from(xml('latin-9').replace('’', "'").replace('€', '¤'), 'latin1'),
      {},
      TEXT.replace('’', "'"),
    ],
    ['macintosh under another name', encoded(xml('MacRoman'), MACINTOSH), {}],
    ['the code page of DOS with the euro', encoded(xml('CP858').replace('’', "'"), DOS), {}, PLAIN],
    [
      'the code page of DOS, told by HTTP',
      encoded(`<rss>${PLAIN.replace('€', 'F')}</rss>`, DOS),
      typed('IBM-850'),
      PLAIN.replace('€', 'F'),
    ],
    ['the code page of Québec', encoded(xml('cp863').replace(TEXT, QUEBEC_TEXT), QUEBEC), {}, QUEBEC_TEXT],
    ['UTF-8 that claims to be of DOS', utf8(xml('cp850')), {}],
  ])('reads %s', (_name, body, headers, told = TEXT) =>
    expect(decodeFeed(body, headers).text).toContain(told),
  )

  it('reads back the item of a feed that was encoded twice, and says so', () => {
    const twice = latin1Of(utf8('L’été à Orléans'))
    const { text, warnings } = decodeFeed(
      utf8(`<a>Nîmes</a><a>${twice}</a><a>${latin1Of(utf8('L’an'))}</a>`),
      {},
    )
    expect(text).toBe('<a>Nîmes</a><a>L’été à Orléans</a><a>L’an</a>')
    expect(warnings).toEqual([{ code: 'encoded-twice' }])
  })

  it.each([
    ['<a>Pourquoi « Ã© » au lieu de « é » ?</a>', 'an article on the matter'],
    ['<a>â€™</a>', 'a sign that no letter explains'],
    ['<a>SÃO PAULO, Â la une</a>', 'capitals of other tongues'],
  ])('leaves %s as it is', (text, _why) => expect(decodeFeed(utf8(text), {})).toEqual({ text, warnings: [] }))

  it('reads a Korean feed by its own label', () => {
    const body = Uint8Array.of(...utf8('<?xml version="1.0" encoding="euc-kr"?><a>'), 0xb3, 0xe2)
    expect(decodeFeed(body, {}).text).toContain('년')
  })

  it('keeps the UTF-8 of a feed into which a few bytes of windows-1252 were pasted', () => {
    const body = Uint8Array.of(...utf8('<rss>é è à ç ê ô û î â ï ë '), 0xe9, ...utf8('</rss>'))
    expect(decodeFeed(body, {}).text).toBe('<rss>é è à ç ê ô û î â ï ë é</rss>')
  })

  it('forgives a last character cut in two', () => {
    expect(decodeFeed(utf8('<rss>été').subarray(0, -1), {}).text).toBe('<rss>ét')
  })

  it.each([
    [
      'utf-8',
      windows1252(xml('utf-8')),
      [{ code: 'encoding-lies', declared: 'utf-8', used: 'windows-1252' }],
      'a lie',
    ],
    ['iso-8859-1', windows1252(xml('iso-8859-1')), [], 'everyone means windows-1252'],
    [
      'iso-8859-1',
      utf8('<?xml version="1.0" encoding="iso-8859-1"?><a>abc</a>'),
      [],
      'without accents nothing shows',
    ],
    ['none', windows1252(`<rss>${TEXT}</rss>`), [], 'who says nothing does not lie'],
  ])('says whether the label %s lies', (_label, body, warnings, _why) =>
    expect(decodeFeed(body, {}).warnings).toEqual(warnings),
  )
})

describe('decodeHtml', () => {
  it.each([
    ['<meta charset="iso-8859-15">', 'the short form'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', 'the long form'],
  ])('believes %s', (meta, _why) => {
    expect(decodeHtml(Buffer.from(`${meta}3 \u00A4, ca\xFFt`, 'latin1'), {})).toContain('3 €')
  })

  it('believes HTTP before the page', () => {
    const page = Buffer.from('<meta charset="iso-8859-15">\u00A4', 'latin1')
    expect(decodeHtml(page, { 'content-type': 'text/html; charset=windows-1252' })).toContain('¤')
  })
})
