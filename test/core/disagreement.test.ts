import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { findClashes, outdatedTolls } from '../../src/core/disagreement.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

type Told = readonly [publisher: string, text: string, hours?: number, title?: string]

function witness(
  [publisher, text, hours = 0, title = 'Explosion dans une clinique de Valmer']: Told,
  at: number,
) {
  return { id: `a${at}`, version: 1, publisher, title, text, publishedAt: NOON + hours * HOUR }
}

/** What a reader would see: the kind, then each figure with its source. */
function clashes(...told: readonly Told[]) {
  const articles = told.map(witness)
  return findClashes(articles).map(({ kind, figures }) => [
    kind,
    ...figures.map(({ articleId, start, end }) => {
      const article = articles.find(({ id }) => id === articleId)
      return `${article?.text.slice(start, end)} ${article?.publisher}`
    }),
  ])
}

const TWELVE = 'L’explosion d’une clinique a fait 12 morts mardi soir à Valmer.'
const FIFTEEN = 'Quinze personnes ont été tuées mardi soir dans l’explosion d’une clinique de Valmer.'

describe('figures that differ', () => {
  it.each<[readonly Told[], unknown, string]>([
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', FIFTEEN],
      ],
      [['disagreement', '12 morts Le Phare', 'Quinze personnes ont été tuées L’Écho']],
      'at the same hour: side by side',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', FIFTEEN, 4],
      ],
      [['update', '12 morts Le Phare', 'Quinze personnes ont été tuées L’Écho']],
      'four hours later: first 12, then 15',
    ],
    [
      [
        ['L’Écho', FIFTEEN],
        ['Le Phare', TWELVE, 4],
      ],
      [['disagreement', 'Quinze personnes ont été tuées L’Écho', '12 morts Le Phare']],
      'a toll does not fall',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['Le Phare', FIFTEEN],
      ],
      [],
      'one publisher does not disagree with itself',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', TWELVE],
      ],
      [],
      'the same',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', FIFTEEN, 40],
      ],
      [],
      'another day tells another state',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', 'L’explosion de la clinique de Valmer a fait une dizaine de morts mardi.'],
      ],
      [],
      'about ten is no other figure',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', 'L’explosion de la clinique de Valmer a fait plus de dix morts mardi.'],
      ],
      [],
      'nor is more than ten',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', 'L’explosion de la clinique de Valmer a fait 15 blessés mardi.'],
      ],
      [],
      'injured are not dead',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', 'En 2017, l’explosion d’une clinique de Valmer a fait 370 morts.'],
      ],
      [],
      'another year',
    ],
    [
      [
        ['Le Phare', TWELVE],
        ['L’Écho', 'Un séisme a fait 370 morts samedi dans les îles Orvill.', 0, 'Séisme aux îles Orvill'],
      ],
      [],
      'another event',
    ],
    [
      [
        ['Le Phare', 'Six gardes à vue ont débuté ce jeudi matin, dit le procureur de Valmer.'],
        ['L’Écho', 'Cinq gardes à vue ont débuté ce jeudi matin, dit le procureur de Valmer.'],
      ],
      [['disagreement', 'Six gardes à vue Le Phare', 'Cinq gardes à vue L’Écho']],
      'any other count, told alike',
    ],
    [
      [
        ['Le Phare', 'Le procureur de Valmer parle de six gardes à vue.'],
        ['L’Écho', 'Il y a eu deux gardes à vue dans le dossier des faux billets de la gare.'],
      ],
      [],
      'told otherwise: perhaps another thing',
    ],
    [
      [
        ['Le Phare', 'Mardi soir, 4 000 manifestants ont défilé à Valmer.'],
        ['L’Écho', 'Mardi soir, 4 012 manifestants ont défilé à Valmer.'],
      ],
      [],
      'one is the other rounded',
    ],
    [[], [], 'nobody says anything'],
  ])('%j', (told, expected, _why) => expect(clashes(...told)).toEqual(expected))

  it('stand in their articles, whatever these hold', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('12 morts. ', '15 morts à Valmer. ', ' '),
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece).map((pieces) => pieces.join('')),
          { maxLength: 4 },
        ),
        (texts) => {
          const articles = texts.map((text, at) => witness([`Éditeur ${at}`, text], at))
          const isOutdated = outdatedTolls(articles)
          for (const { figures } of findClashes(articles))
            for (const { articleId, start, end } of figures) {
              const text = articles.find(({ id }) => id === articleId)?.text ?? ''
              expect(0 <= start && start < end && end <= text.length).toBe(true)
            }
          for (const article of articles) isOutdated(article, { start: 0, end: article.text.length })
        },
      ),
    )
  })
})

describe('a toll that was put right', () => {
  const older = witness(['Le Phare', 'Au moins douze morts dans l’explosion d’une clinique de Valmer.'], 0)
  const newer = witness(['L’Écho', FIFTEEN, 5], 1)
  const whole = { start: 0, end: 60 }

  it.each([
    [[older, newer], older, true, 'a newer article counts more'],
    [[older, newer], newer, false, 'the newest holds'],
    [
      [older, { ...newer, publishedAt: older.publishedAt }],
      older,
      false,
      'at the same hour nobody puts right',
    ],
    [
      [{ ...older, title: 'Valmer : le bilan passe à quinze morts' }],
      older,
      true,
      'its own title counts more',
    ],
    [[older], older, false, 'alone'],
  ])('%#', (articles, article, expected, _why) =>
    expect(outdatedTolls(articles)(article, whole)).toBe(expected),
  )
})
