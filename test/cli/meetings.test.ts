// meetings --jsonl: what programs are given of the meetings of a text.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { jsonl, records, run } from './command.ts'

const TOLD = z.array(
  z.looseObject({
    kind: z.string(),
    status: z.string(),
    mode: z.string(),
    people: z.array(z.string()),
    groups: z.array(z.string()),
    date: z.string(),
    start: z.number(),
    end: z.number(),
  }),
)

async function read(rows: readonly object[]): Promise<readonly z.infer<typeof TOLD>[]> {
  const ended = await run(['meetings', '--jsonl'], jsonl(rows.map((row, id) => ({ id, ...row }))))
  expect({ status: ended.status, errors: ended.errors }).toEqual({ status: 0, errors: '' })
  return records(ended).map(({ meetings }) => TOLD.parse(meetings))
}

const TEXT =
  'Il pleut. Le maire Paul Kerbrat a reçu vendredi à Nantes Anne Postec et les syndicats. Puis rien.'

describe('meetings --jsonl', () => {
  it('tells everything of a meeting, in French', async () => {
    const [meetings] = await read([{ text: TEXT, date: '2026-03-16', title: 'À la mairie' }])
    const start = TEXT.indexOf('Le maire')
    expect(meetings).toEqual([
      {
        kind: 'accueil',
        status: 'passé',
        mode: 'en personne',
        people: ['Paul Kerbrat', 'Anne Postec'],
        groups: ['syndicats'],
        place: 'Nantes',
        date: '2026-03-13',
        start,
        end: TEXT.indexOf(' Puis'),
      },
    ])
  })

  it('has the words of the contract for every kind, status and mode', async () => {
    const told = await read([
      { text: 'Paul Kerbrat a refusé de rencontrer Anne Postec.' },
      { text: 'Paul Kerbrat s’entretiendra par téléphone avec Anne Postec.' },
      { text: 'Un sommet entre Paul Kerbrat et Anne Postec a été annulé.' },
      { text: 'Les négociations entre Paul Kerbrat et Anne Postec ont été reportées.' },
      { text: 'Paul Kerbrat a rendu visite à Anne Postec.' },
      { text: 'Paul Kerbrat pourrait s’entretenir avec Anne Postec par visioconférence.' },
      { text: 'Paul Kerbrat n’a pas rencontré Anne Postec.' },
    ])
    expect(told.map(([meeting]) => `${meeting?.kind} · ${meeting?.status} · ${meeting?.mode}`))
      .toMatchInlineSnapshot(`
      [
        "rencontre · refusé · en personne",
        "entretien · prévu · téléphone",
        "sommet · annulé · en personne",
        "négociation · reporté · non précisé",
        "visite · passé · en personne",
        "entretien · possible · visioconférence",
        "rencontre · démenti · en personne",
      ]
    `)
  })

  it.each([
    ['2026-03-16', 'mardi', '2026-03-10', 'a day'],
    ['2026-03-16', 'en février', '2026-02', 'a month'],
    ['2026-03-16', 'en 2014', '2014', 'a year'],
    ['2026-03-16', 'entre amis', '', 'no day'],
    ['', 'mardi', '', 'no day of publication'],
    ['hier', 'mardi', '', 'a day of publication that is none'],
    ['2026-03-16T23:30:00Z', 'hier', '2026-03-16', 'past midnight in Paris'],
    [null, 'mardi', '', 'null'],
  ])('published %j, «%s» is %j (%s)', async (date, when, expected, _why) => {
    const [meetings] = await read([{ date, text: `Paul Kerbrat a rencontré Anne Postec ${when}.` }])
    expect(meetings?.map((meeting) => meeting.date)).toEqual([expected])
  })

  it('gives offsets into the text that was given, whatever it is made of', async () => {
    const sentence = 'Paul Kerbrat a rencontré Anne Postec.'
    const texts = [
      `Un 🚋 déraille. ${sentence}`,
      `\r\n\r\nE\u0301te\u0301 chaud.\u2028${sentence}`,
      `Un mot \uD83D coupé. ${sentence} La suite.`,
      `«\u00A0Oui.\u00A0»\n\n${sentence}\n\nNon.`,
    ]
    for (const [at, meetings] of (await read(texts.map((text) => ({ text })))).entries())
      expect(meetings.map(({ start, end }) => texts[at]?.slice(start, end).trim())).toEqual([sentence])
  })

  it('takes whom the title names', async () => {
    const text = 'Il a reçu Anne Postec mardi.'
    const [without, titled] = await read([{ text }, { text, title: 'Paul Kerbrat en campagne' }])
    expect(without?.[0]?.people).toEqual(['Anne Postec'])
    expect(titled?.[0]?.people).toEqual(['Paul Kerbrat', 'Anne Postec'])
  })

  it('has an empty list where nobody meets', async () => {
    expect(await read([{ text: '' }, { text: 'Il pleut.' }])).toEqual([[], []])
  })

  it.each([
    [{ text: 'Il pleut.', title: 7 }, 'a title that is a number'],
    [{ text: 'Il pleut.', date: 20260316 }, 'a date that is a number'],
    [{ text: ['Il pleut.'] }, 'a list for a text'],
  ])('answers %j with an error and goes on (%s)', async (row, _why) => {
    const ended = await run(
      ['meetings', '--jsonl'],
      jsonl([
        { id: 1, ...row },
        { id: 2, text: TEXT },
      ]),
    )
    expect(ended.status).toBe(3)
    expect(records(ended)).toMatchObject([
      { id: 1, error: { code: 'line-invalid' } },
      { id: 2, meetings: [{ kind: 'accueil' }] },
    ])
  })
})
