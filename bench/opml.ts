// How many feeds of lists, as readers really write them, come out with the right address: ours beside feedsmith. Usage:
// node bench/opml.ts
import { parseOpml } from 'feedsmith'
import { readOpml } from '../src/feeds/opml.ts'

const A = 'https://a.example/rss'
const B = 'https://b.example/rss'
const whole = (outlines: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${head}<opml version="2.0"><head><title>Mes flux</title></head><body>${outlines}</body></opml>`

/** Written for this, after the habits and the faults of what readers export. */
const CASES: readonly (readonly [name: string, text: string | Uint8Array, expected: readonly string[]])[] = [
  [
    'NetNewsWire, Feedly: whole',
    whole(
      `<outline text="P" title="P"><outline text="A" title="A" type="rss" version="RSS" htmlUrl="https://a.example/" xmlUrl="${A}"/></outline><outline text="B" type="rss" xmlUrl="${B}"/>`,
    ),
    [A, B],
  ],
  [
    'FreshRSS: namespaced attributes',
    `<?xml version="1.0"?>\n<opml xmlns:frss="https://freshrss.org/opml" version="2.0"><head/><body><outline text="P"><outline text="A" type="rss" xmlUrl="${A}" frss:priority="main"/></outline></body></opml>`,
    [A],
  ],
  [
    'Thunderbird: folders that hold feeds',
    whole(
      `<outline title="P"><outline title="A" text="A"><outline type="rss" title="A" text="A" version="RSS" xmlUrl="${A}" htmlUrl=""/></outline></outline>`,
    ),
    [A],
  ],
  ['attributes in lower case', whole(`<outline text="A" type="rss" xmlurl="${A}"/>`), [A]],
  ['attributes in capitals', whole(`<OUTLINE TEXT="A" TYPE="rss" XMLURL="${A}"/>`), [A]],
  ['no type', whole(`<outline text="A" xmlUrl="${A}"/>`), [A]],
  ['no text', whole(`<outline title="A" type="rss" xmlUrl="${A}"/>`), [A]],
  ['feed: before the address', whole('<outline text="A" type="rss" xmlUrl="feed://a.example/rss"/>'), [A]],
  [
    'an ampersand unescaped',
    whole(`<outline text="Q & R" type="rss" xmlUrl="${A}?x=1&y=2"/>`),
    [`${A}?x=1&y=2`],
  ],
  [
    'an ampersand escaped twice',
    whole(`<outline text="A" type="rss" xmlUrl="${A}?x=1&amp;amp;y=2"/>`),
    [`${A}?x=1&y=2`],
  ],
  ['HTML entities', whole(`<outline text="R&eacute;gions" type="rss" xmlUrl="${A}"/>`), [A]],
  [
    'windows-1252',
    Buffer.from(
      whole(
        `<outline text="Régions" type="rss" xmlUrl="${A}"/>`,
        '<?xml version="1.0" encoding="windows-1252"?>\n',
      ),
      'latin1',
    ),
    [A],
  ],
  [
    'UTF-16',
    Buffer.from(`\uFEFF${whole(`<outline text="A" type="rss" xmlUrl="${A}"/>`, '')}`, 'utf16le'),
    [A],
  ],
  [
    'cut off in the second feed',
    whole(`<outline text="A" type="rss" xmlUrl="${A}"/><outline text="B" type="rss" xmlUrl="${B}"/>`).slice(
      0,
      -45,
    ),
    [A],
  ],
  [
    'tags never closed',
    `<opml version="1.0"><body><outline text="A" type="rss" xmlUrl="${A}"><outline text="B" type="rss" xmlUrl="${B}">`,
    [A, B],
  ],
  [
    'a quote missing',
    whole(`<outline text="A type="rss" xmlUrl="${A}"/>\n<outline text="B" type="rss" xmlUrl="${B}"/>`),
    [A, B],
  ],
  [
    'a scraped page, a program, a password',
    whole(
      `<outline text="A" type="rss" xmlUrl="${A}"/><outline text="x" type="HTML+XPath" xmlUrl="https://x.example/"/><outline text="y" type="rss" xmlUrl="exec:y.sh"/><outline text="z" type="rss" xmlUrl="https://u:p@z.example/rss"/>`,
    ),
    [A],
  ],
  [
    'the same feed in two folders',
    whole(
      `<outline text="P"><outline text="A" type="rss" xmlUrl="${A}"/></outline><outline text="Q"><outline text="A" type="rss" xmlUrl="${A}"/></outline>`,
    ),
    [A],
  ],
]

type Reader = (text: string | Uint8Array) => readonly string[]

const ours: Reader = (text) =>
  readOpml(typeof text === 'string' ? new TextEncoder().encode(text) : text)?.feeds.map(
    ({ address }) => address,
  ) ?? []

/** Texts only: bytes are decoded as UTF-8, as its callers do. Folded here, since it folds nothing. */
const feedsmith: Reader = (text) => {
  const parsed = parseOpml(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'))
  return [...new Set(addressesIn(parsed))]
}

function addressesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'xmlUrl' && typeof inner === 'string' ? [inner] : addressesIn(inner),
  )
}

const isRight = (reader: Reader, text: string | Uint8Array, expected: readonly string[]): boolean => {
  try {
    return JSON.stringify(reader(text)) === JSON.stringify(expected)
  } catch {
    return false
  }
}

const readers: readonly (readonly [string, Reader])[] = [
  ['ours', ours],
  ['feedsmith', feedsmith],
]
for (const [name, text, expected] of CASES)
  console.log(
    name.padEnd(44),
    readers.map(([, reader]) => (isRight(reader, text, expected) ? 'right' : 'wrong')).join('  '),
  )
for (const [name, reader] of readers)
  console.log(
    name,
    CASES.filter(([, text, expected]) => isRight(reader, text, expected)).length,
    'of',
    CASES.length,
  )

const long = whole(
  Array.from(
    { length: 2000 },
    (_, at) => `<outline text="Flux ${at}" type="rss" xmlUrl="https://h${at}.example/rss"/>`,
  ).join('\n'),
)
for (const [name, reader] of readers) {
  reader(long)
  const startedAt = performance.now()
  for (let round = 0; round < 5; round += 1) reader(long)
  console.log(name, 'reads 2,000 feeds in', Math.round((performance.now() - startedAt) / 5), 'ms')
}
