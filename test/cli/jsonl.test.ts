// The JSONL contract: a line in, a line out, same order, same id; a bad line is answered and stops nothing.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { answerLines } from '../../src/cli/jsonl.ts'
import { configuration, MARKET, STRIKE } from './articles.ts'
import { jsonl, newFile, newFolder, plain, records, run } from './command.ts'
import { Readable, Writable } from 'node:stream'

const FEED = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>La Vigie</title><link>https://www.lavigie.example/</link><description>Actualité</description><item><guid>1</guid><title>Le marché rouvre</title><link>https://www.lavigie.example/marche</link><pubDate>Mon, 16 Mar 2026 09:00:00 +0100</pubDate><description>Après deux ans de travaux.</description></item></channel></rss>`
const PAGE = `<!DOCTYPE html><html lang="fr"><head><title>Le marché rouvre - La Vigie</title><meta property="og:title" content="Le marché rouvre"></head><body><article><h1>Le marché rouvre</h1><p>${MARKET.text}</p><p>${STRIKE.text}</p></article></body></html>`

/** Each verb with a row that it reads, and a field that it cannot do without. */
const VERBS = [
  [['sentences'], { text: 'Il pleut. Il neige.' }, 'text'],
  [['dates'], { date: '2026-03-16', text: 'Il pleut depuis mardi.' }, 'text'],
  [['brief'], { title: MARKET.title, date: '2026-03-16', text: MARKET.text }, 'text'],
  [['stories'], { title: MARKET.title, date: '2026-03-16', lead: '', text: MARKET.text }, 'text'],
  [
    ['feed', 'parse'],
    {
      url: 'https://www.lavigie.example/rss',
      headers: {},
      body_base64: Buffer.from(FEED).toString('base64'),
    },
    'body_base64',
  ],
  [['article', 'extract'], { url: 'https://www.lavigie.example/marche', html: PAGE }, 'html'],
  [['ask'], { question: 'qui a rencontré Delmas ?' }, 'question'],
  [['people'], { text: 'Claire Valmont est à Nantes.' }, 'text'],
  [
    ['meetings'],
    { text: 'Paul Kerbrat a rencontré Anne Postec lundi.', title: 'Une rencontre', date: '2026-03-16' },
    'text',
  ],
] as const

/** Where `ask` looks: nowhere, and nothing is left behind. */
function wordsOf(verb: readonly string[]): readonly string[] {
  const database = verb[0] === 'ask' ? ['--database', `${newFolder()}/rien.sqlite`] : []
  return [...verb, '--jsonl', ...database]
}

describe.each(VERBS)('%s --jsonl', (verb, row, field) => {
  it('answers each line in its place, with its id as it came', async () => {
    const ids = ['a', 7, 'é à', 0, '7', -2.5, '']
    const ended = await run(wordsOf(verb), jsonl(ids.map((id) => ({ ...row, id }))))
    expect(ended.status).toBe(0)
    expect(ended.errors).toBe('')
    expect(records(ended).map(({ id }) => id)).toEqual(ids)
    expect(records(ended).filter((record) => 'error' in record)).toEqual([])
  })

  it('answers a bad line in French and goes on', async () => {
    const { [field]: _left, ...without } = row as Record<string, unknown>
    const input = [
      JSON.stringify({ ...row, id: 1 }),
      'ceci n’est pas du JSON',
      '',
      JSON.stringify({ ...without, id: 'sans' }),
      JSON.stringify(row),
      JSON.stringify({ ...row, [field]: 12, id: 'chiffre' }),
      JSON.stringify({ ...row, id: null }),
      '[1, 2]',
      'null',
      '   \t',
      `${JSON.stringify({ ...row, id: 2 })}\r`,
    ].join('\n')
    const ended = await run(wordsOf(verb), input)
    const told = records(ended).map(({ id, error }) => [id, codeOf(error)])
    expect(told).toEqual([
      [1, undefined],
      [null, 'line-not-json'],
      ['sans', 'line-invalid'],
      [null, 'line-invalid'],
      ['chiffre', 'line-invalid'],
      [null, 'line-invalid'],
      [null, 'line-invalid'],
      [null, 'line-invalid'],
      [2, undefined],
    ])
    expect({ status: ended.status, errors: ended.errors }).toEqual({ status: 3, errors: '' })
    const messages = records(ended).flatMap(({ error }) => messageOf(error) ?? [])
    expect(plain(messages[0] ?? '')).toBe(
      'Cette ligne n’est pas du JSON valide. Il faut un objet JSON par ligne.',
    )
    expect(plain(messages[1] ?? '')).toBe(`Le champ « ${field} » manque ou n’a pas la forme attendue.`)
    expect(plain(messages[2] ?? '')).toBe('Le champ « id » manque ou n’a pas la forme attendue.')
  })

  it('says that a line is no UTF-8 rather than read something else', async () => {
    const bytes = Buffer.from(JSON.stringify({ ...row, id: 'été' }), 'latin1')
    const ended = await run(wordsOf(verb), Buffer.concat([bytes, Buffer.from('\n')]))
    expect(ended.status).toBe(3)
    expect(records(ended)).toMatchObject([{ error: { code: 'line-not-utf8' } }])
  })

  it.each([[''], ['\n\n'], ['\uFEFF'], [' \r\n']])('has nothing to say about %j', async (input) => {
    expect(await run(wordsOf(verb), input)).toEqual({ status: 0, output: '', errors: '' })
  })

  it('asks for --jsonl, or for a question', async () => {
    const { status, output } = await run([...verb])
    expect({ status, output }).toEqual({ status: 2, output: '' })
  })
})

describe('what the verbs answer', () => {
  /** Every kind of text that could shift offsets: emoji, combining marks, odd spaces, line ends, lone surrogates. */
  const TEXTS = [
    MARKET.text,
    'Un 🚋 déraille à Lyon. Le maire 🧑‍⚖️ s’explique.\n\nLa suite demain.',
    'E\u0301te\u0301 chaud. Il fait 40\u00A0°C\u202F!\r\nPersonne ne sort.',
    'Une ligne.\u2028Une autre.\u2029Une troisième.',
    'Un mot \uD83D coupé. Un autre.',
    '',
    '   ',
    '«\u00A0Bonjour.\u00A0» Puis rien.',
  ]

  it('gives offsets into the text that was given', async () => {
    const input = jsonl(TEXTS.map((text, id) => ({ id, text, title: 'Le titre', date: '2026-03-16' })))
    const split = records(await run(['sentences', '--jsonl'], input))
    const pressed = records(await run(['brief', '--jsonl'], input))
    for (const [id, text] of TEXTS.entries()) {
      const spans = spansOf(split[id])
      expect(spans.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true)
      expect(spans.map(({ start, end }) => text.slice(start, end).trim()).every((said) => said !== '')).toBe(
        true,
      )
      for (const { text: said, start, end } of spansOf(pressed[id])) expect(said).toBe(text.slice(start, end))
    }
    expect(spansOf(split[0]).length).toBeGreaterThan(3)
    expect(spansOf(pressed[0]).length).toBeGreaterThan(0)
  })

  it('keeps a brief within its words and its sentences', async () => {
    const long = Array.from({ length: 6 }, () => `${MARKET.text} ${STRIKE.text}`).join('\n\n')
    const input = jsonl([{ id: 1, title: MARKET.title, date: null, lead: null, text: long }])
    const [two] = records(await run(['brief', '--jsonl'], input))
    const [one] = records(await run(['brief', '--jsonl', '--max-sentences', '1', '--max-words', '18'], input))
    expect(spansOf(two).length).toBeLessThanOrEqual(2)
    expect(Number(two?.['words'])).toBeLessThanOrEqual(60)
    expect(spansOf(one)).toHaveLength(1)
    expect(Number(one?.['words'])).toBeLessThanOrEqual(18)
    expect(spansOf(one)[0]?.text.split(/\s+/)).toHaveLength(Number(one?.['words']))
  })

  it('dates the days of a brief by the date of the row, and none without it', async () => {
    const text = 'Le maire de Vernay a reçu mercredi les commerçants de la rue haute.'
    const given = ['2016-10-06', ''].map((date, id) => ({ id, date, title: '', text }))
    const [dated, undated] = records(await run(['brief', '--jsonl'], jsonl(given)))
    expect(dated?.['sentences']).toMatchObject([
      { text, display: text.replace('mercredi', 'mercredi [5\u00A0octobre]') },
    ])
    expect(undated?.['sentences']).toMatchObject([{ text, display: text }])
  })

  it('shows a brief with French spaces, and leaves the quotation as it was', async () => {
    const text =
      'Le maire a dit "oui" aux riverains : le pont de Vernay sera reconstruit avant l’été prochain.'
    const [record] = records(await run(['brief', '--jsonl'], jsonl([{ id: 1, title: '', text }])))
    expect(spansOf(record)).toMatchObject([
      { text, display: text.replace('"oui"', '«\u202Foui\u202F»').replace(' :', '\u202F:') },
    ])
  })

  it('reads a line of five megabytes', async () => {
    const text = 'La régie promet une rame sur trois aux heures de pointe. '.repeat(90_000)
    const [record] = records(await run(['sentences', '--jsonl'], jsonl([{ id: 'long', text }])))
    expect(spansOf(record)).toHaveLength(90_000)
  })

  it('tells days by the clock of Paris, where it is past midnight', async () => {
    const row = { id: 1, date: '2026-03-16T23:30:00Z', text: 'Le pont a rouvert hier soir.' }
    const [told] = records(await run(['dates', '--jsonl'], jsonl([row])))
    expect(told).toMatchObject({ dates: [{ from: '2026-03-16', to: '2026-03-16' }] })
  })

  it('parses a feed and extracts an article', async () => {
    const [feed] = records(await run(['feed', 'parse', '--jsonl'], jsonl([{ id: 1, ...VERBS[4][1] }])))
    expect(feed).toMatchObject({
      ok: true,
      feed: { title: 'La Vigie' },
      items: [{ title: 'Le marché rouvre' }],
    })
    const [page] = records(await run(['article', 'extract', '--jsonl'], jsonl([{ id: 1, ...VERBS[5][1] }])))
    expect(page?.['text']).toContain('La charpente du XIXe siècle')
  })

  it.each([
    [{ 'Content-Type': 'application/rss+xml; charset=utf-8' }, 'names in capitals'],
    [{ 'content-length': 812 }, 'a number'],
    [{ vary: ['accept', 'origin'] }, 'a header that came twice'],
    [null, 'none'],
    [undefined, 'none'],
  ])('takes headers %j', async (headers, _why) => {
    const [feed] = records(
      await run(['feed', 'parse', '--jsonl'], jsonl([{ id: 1, ...VERBS[4][1], headers }])),
    )
    expect(feed).toMatchObject({ id: 1, ok: true })
  })

  it.each([
    ['feed', 'parse', { url: 'https://x.example/rss', body_base64: '' }, 'feed-empty'],
    [
      'feed',
      'parse',
      { url: 'https://x.example/rss', body_base64: Buffer.from(PAGE).toString('base64') },
      'feed-is-html',
    ],
    ['article', 'extract', { url: 'https://x.example/', html: '<p>Court.</p>' }, 'page-without-text'],
  ])('tells in French what %s %s cannot read: %j', async (family, verb, row, code) => {
    const ended = await run([family, verb, '--jsonl'], jsonl([{ id: 1, ...row }]))
    expect(ended.status).toBe(3)
    const [record] = records(ended)
    expect(record).toMatchObject({ id: 1, error: { code } })
    expect(messageOf(record?.['error'])).toMatch(/^L’adresse https:\/\/x\.example\/.* .+\.$/)
  })
})

describe('a text that breaks the program', () => {
  it('costs the others nothing, and leaves its trace on standard error', async () => {
    const written: string[] = []
    const said: string[] = []
    const terminal = {
      input: Readable.from(['{"id":1}\n{"id":2}\n{"id":3}\n']),
      output: into(written),
      errors: into(said),
    }
    const status = await answerLines(terminal, z.object({ id: z.number() }), ({ id }) => {
      if (id === 2) throw new RangeError('Maximum call stack size exceeded')
      return { double: id * 2 }
    })
    expect(status).toBe(3)
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      { id: 1, double: 2 },
      { id: 2, error: { code: 'line-unforeseen' } },
      { id: 3, double: 6 },
    ])
    expect(said.join('')).toContain('RangeError')
  })
})

describe('a configuration that is wrong', () => {
  it('stops ask before the first line', async () => {
    const path = newFile(newFolder(), 'p.yaml', configuration({ contact: 'personne' }))
    const ended = await run(['ask', '--jsonl', '--config', path], jsonl([{ id: 1, question: 'qui ?' }]))
    expect({ status: ended.status, output: ended.output }).toEqual({ status: 2, output: '' })
    expect(plain(ended.errors)).toContain('ligne 1 : « personne » n’est ni une adresse')
  })
})

function into(list: string[]): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      list.push(String(chunk))
      done()
    },
  })
}

function codeOf(error: unknown): unknown {
  return fieldOf(error, 'code')
}

function messageOf(error: unknown): string | undefined {
  const message = fieldOf(error, 'message')
  return typeof message === 'string' ? message : undefined
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === field)?.[1]
    : undefined
}

interface GivenSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

function spansOf(record: Record<string, unknown> | undefined): readonly GivenSpan[] {
  const spans = z.array(z.looseObject({ start: z.number(), end: z.number(), text: z.string().default('') }))
  return spans.parse(record?.['sentences'])
}
