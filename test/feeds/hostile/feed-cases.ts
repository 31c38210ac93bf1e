// Feeds that mean harm: bombs, depths, floods, lies about characters, words that call people. The documents of the hostile set.
import { channel, fill, GOOD, HOST, type HostileCase, sends, TEXT, withItem } from './hostile-case.ts'

const JSON_TYPE = { 'content-type': 'application/feed+json' }
const ENTITIES = 'read 1 entities-refused'
const DAMAGED = 'read 2 read-tolerantly'

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`,
)
const doctype = (inside: string): string => `<!DOCTYPE rss [${inside}]>`
const used = (reference: string): string =>
  channel(GOOD.replace('Budget du port', `Budget du port ${reference}`))
const declared = (declarations: string, reference: string): string =>
  used(reference).replace('<rss', `${doctype(declarations)}<rss`)

function feed(name: string, expected: string, body: (bytes: number) => string | Uint8Array): HostileCase {
  return { name, reads: 'feed', expected, page: sends(body) }
}

function json(name: string, expected: string, body: (bytes: number) => string): HostileCase {
  return { name, reads: 'feed', expected, page: sends(body, JSON_TYPE) }
}

const entities: readonly HostileCase[] = [
  feed('mille millions de rires (entités)', ENTITIES, () =>
    declared(`<!ENTITY a "ha">${laughs.join('')}`, '&j;'),
  ),
  feed('entité longue, répétée (explosion quadratique)', ENTITIES, (bytes) =>
    declared(`<!ENTITY a "${'ha '.repeat(80)}">`, fill('&a;', Math.max(bytes / 4, 50_000))),
  ),
  feed('entité qui ouvre un fichier', ENTITIES, () =>
    declared('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'),
  ),
  feed('entité qui ouvre une adresse', ENTITIES, () =>
    declared('<!ENTITY a PUBLIC "-" "http://169.254.169.254/">', '&a;'),
  ),
  feed('entité de paramètre', ENTITIES, () =>
    declared('<!ENTITY % a SYSTEM "http://127.0.0.1/x.dtd">%a;', '&a;'),
  ),
  feed('DTD sans fin', 'feed-unreadable', (bytes) => `<!DOCTYPE rss [${fill('<!ENTITY a SYSTEM ', bytes)}`),
  feed('un million d’entités', 'read 1', (bytes) => declared(fill('<!ENTITY a "b">', bytes * 0.9), '&a;')),
  feed('entités que personne ne connaît', 'read 2 dates-missing texts-cut', (bytes) =>
    channel(
      `${GOOD}<item><title>Ferries</title><description>${fill('&inconnue;', bytes * 0.9)}</description></item>`,
    ),
  ),
]

const shapes: readonly HostileCase[] = [
  feed('éléments imbriqués 10 000 fois', DAMAGED, () => withItem('<a>'.repeat(10_000))),
  feed('éléments imbriqués un million de fois', DAMAGED, (bytes) => withItem(fill('<a>', bytes * 0.9))),
  feed('100 000 articles', 'read 5000 items-cut', () =>
    channel(
      GOOD.replace(TEXT, '')
        .repeat(Math.floor(100_000 / 2))
        .slice(0, 9_500_000),
    ),
  ),
  feed('un million d’articles vides', 'read 5000 items-cut dates-missing', (bytes) =>
    channel(fill('<item/>', bytes * 0.9)),
  ),
  feed(
    'articles qui ne finissent pas',
    'read 4999 items-cut read-tolerantly truncated dates-missing',
    (bytes) => fill('<item ', bytes),
  ),
  feed('racines qui ne finissent pas', 'read 0 truncated', (bytes) => fill('<rss xmlns:a="b" ', bytes)),
  feed('un article de 10 Mo', 'read 2 texts-cut', (bytes) =>
    withItem(`<description>${fill(`${TEXT} `, bytes * 0.9)}</description>`),
  ),
  feed('titre de 10 Mo', 'read 2', (bytes) => withItem('').replace('Ferries', fill('ferries ', bytes * 0.9))),
  feed('identifiant et lien de plusieurs Mo', 'read 2 links-refused', (bytes) =>
    withItem(
      `<guid isPermaLink="false">${fill('a', bytes / 3)}</guid><link>http://${HOST}/${fill('a', bytes / 3)}</link>`,
    ),
  ),
  feed('adresse de base sans fin', 'read *', (bytes) =>
    channel(
      fill(
        '<item><link>a</link><pubDate>Tue, 10 Mar 2026 08:00:00 +0100</pubDate></item>',
        Math.min(bytes / 2, 300_000),
      ),
      '',
      ` xml:base="http://${HOST}/${fill('a', bytes / 2)}"`,
    ),
  ),
  feed('un million d’attributs', 'read 2', (bytes) =>
    withItem(`<a ${Array.from({ length: bytes / 15 }, (_, index) => `a${index}="b"`).join(' ')}/>`),
  ),
  feed('espaces de noms sans fin', 'read 2', (bytes) =>
    withItem(fill('<a xmlns:b="c"></a>', Math.min(bytes, 5_000_000) * 0.9)),
  ),
  feed('des millions de petits éléments', 'read 2', (bytes) =>
    withItem(fill('<a/>', Math.min(bytes, 1_000_000) * 0.9)),
  ),
  feed('des millions d’éléments, au-delà de la limite', DAMAGED, (bytes) =>
    withItem(fill('<a/>x', Math.max(bytes * 0.9, 1_600_000))),
  ),
  feed('balises fermantes seules', DAMAGED, (bytes) =>
    withItem(`${fill('x', bytes / 2)}${fill('</title>', bytes / 3)}`),
  ),
  feed('noms de balises sans fin', DAMAGED, (bytes) =>
    withItem(
      Array.from({ length: 190 }, () => `<${fill('a', bytes / 400)}>`).join('') + fill('</x>', bytes / 3),
    ),
  ),
  feed('CDATA jamais fermé', DAMAGED, () => withItem(`<description><![CDATA[${TEXT}</description>`)),
  feed('commentaire jamais fermé', DAMAGED, () => withItem(`<!-- <description>${TEXT}</description>`)),
  feed('des millions de signes « < »', 'read 2', (bytes) => withItem(fill('<', bytes * 0.9))),
  feed('déclarations sans fin', 'feed-unreadable', (bytes) => fill('<!>', bytes)),
  feed('signature faite d’arobases', 'read 2', (bytes) =>
    withItem(`<author>&lt;${fill('@', bytes * 0.9)} x</author>`),
  ),
  feed('date de 10 Mo', 'read 2 dates-missing', (bytes) =>
    withItem('').replace(
      /<pubDate>[^<]*<\/pubDate><\/item><\/channel>/,
      `<pubDate>${fill('10 mars ', bytes * 0.9)}</pubDate></item></channel>`,
    ),
  ),
  feed('balisage échappé, imbriqué', 'read 2', (bytes) =>
    withItem(`<description>${fill('&lt;![CDATA[', bytes * 0.9)}</description>`),
  ),
  feed('document fait d’espaces', 'feed-empty', (bytes) => fill(' ', bytes)),
]

const characters: readonly HostileCase[] = [
  feed('octets NUL', 'read 1', () => channel(GOOD).replaceAll('>', '>\0')),
  feed('10 Mo d’octets NUL', 'feed-empty', (bytes) => Buffer.alloc(bytes)),
  feed('UTF-16 sans marque', 'read 1', () =>
    Buffer.from(channel(GOOD).replace('utf-8', 'utf-16'), 'utf16le'),
  ),
  feed('UTF-7', 'read 1', () => channel(GOOD).replace('utf-8', 'utf-7').replace('Budget', '+AEI-udget')),
  feed('codages mélangés', 'read 1 encoding-lies encoded-twice', () =>
    Buffer.concat([
      Buffer.from(channel(GOOD).replace('</channel></rss>', '')),
      Buffer.from('<description>Été à l’écluse</description></channel></rss>'.replaceAll('’', "'"), 'latin1'),
    ]),
  ),
  feed('10 Mo d’octets qui ne sont pas de l’UTF-8', 'feed-unreadable', (bytes) => Buffer.alloc(bytes, 0xe9)),
  feed('UTF-8 trop long (C0 AF)', 'read 1', () =>
    Buffer.concat([
      Buffer.from(channel(GOOD).slice(0, -6)),
      Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf]),
      Buffer.from('</rss>'),
    ]),
  ),
  feed('moitiés de caractères (&#xD800;)', 'read 2', () =>
    withItem(`<description>&#xD800;&#55296;&#x110000;&#0;${TEXT}</description>`),
  ),
  json(
    'moitiés de caractères (JSON)',
    'read 1 dates-missing',
    () =>
      `{"title":"\\ud800","items":[{"id":"\\udfff","title":"Budget \\ud83d","content_text":"${TEXT} \\ud800"}]}`,
  ),
  feed('sens d’écriture retourné et caractères invisibles', 'read 1', () =>
    channel(GOOD.replace('Budget', '\u202Etegdu\u2066B\u200B\u{E0041}')),
  ),
  feed('accents empilés', 'read 1', () =>
    channel(GOOD.replace('Budget', `B${'\u0301\u0327'.repeat(5000)}udget`)),
  ),
  feed('script et lien caché dans le titre', 'read 2 links-refused', () =>
    withItem('<link>javascript:alert(1)</link>').replace(
      'Ferries',
      '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&lt;a href="javascript:alert(2)"&gt;Ferries&lt;/a&gt;',
    ),
  ),
  feed('titre qui appelle tout le monde', 'read 1', () =>
    channel(GOOD.replace('Budget', '@everyone &lt;!channel&gt; @here &lt;@U123&gt; Budget')),
  ),
  feed('lien vers un fichier', 'read 2 links-refused', () => withItem('<link>file:///etc/passwd</link>')),
  feed('dates impossibles', 'read 5 dates-missing', () =>
    channel(
      ['99999999999999', '0000-00-00', '+999999-01-01T00:00:00Z', '0000', '2026-02-30']
        .map((date) => `<item><title>${date}</title><pubDate>${date}</pubDate></item>`)
        .join(''),
    ),
  ),
]

const objects: readonly HostileCase[] = [
  json(
    'JSON imbriqué un million de fois',
    'feed-unreadable',
    (bytes) => `{"items":[],"x":${'['.repeat(Math.max(bytes / 2, 600_000))}`,
  ),
  json(
    'JSON fait de millions de listes',
    'feed-unreadable',
    (bytes) => `{"items":[${fill('[],', Math.max(bytes * 0.9, 1_600_000))}[]]}`,
  ),
  json(
    'JSON fait de millions de zéros',
    'read 5000 items-cut dates-missing',
    (bytes) => `{"items":[${fill('0,', bytes * 0.9)}0]}`,
  ),
  json(
    'clés __proto__ et constructor',
    'read 1 dates-missing',
    () => '{"__proto__":{"items":1},"items":[{"__proto__":{"title":"x"},"constructor":1,"title":"Budget"}]}',
  ),
  json(
    'nombres au lieu de mots',
    'read 1 dates-missing',
    () => '{"title":5,"items":[{"id":1e308,"title":7,"url":9,"tags":3,"authors":"x","date_published":1}]}',
  ),
  json(
    'un million d’auteurs',
    'read 1 dates-missing',
    (bytes) => `{"items":[{"title":"Budget","authors":[${fill('1,', bytes * 0.9)}1]}]}`,
  ),
]

export const FEED_CASES: readonly HostileCase[] = [...entities, ...shapes, ...characters, ...objects]
