// What sentences are worth, alone and together.
import { describe, expect, it } from 'vitest'
import { rankSentences } from '../../src/core/rank-sentences.ts'

const TITLE = 'Le barrage de Sainte-Croix fermé après une crue'
const SENTENCES = [
  'Le barrage de Sainte-Croix a été fermé mardi après une crue soudaine.',
  'La préfecture a demandé aux riverains du barrage de rester chez eux.',
  'Le fromage de la vallée se vend bien.',
  'Les agents mesurent le niveau de la rivière toutes les heures.',
]

const worthOfBoth = (sentences: readonly string[]): number =>
  rankSentences({ title: '', sentences }).worth([0, 1])

describe('rankSentences', () => {
  it('prefers a sentence that says the title', () => {
    const { scores } = rankSentences({ title: TITLE, sentences: SENTENCES.toReversed() })
    expect(scores.indexOf(Math.max(...scores))).toBe(3)
  })

  it('prefers the first of two equal sentences', () => {
    const { scores } = rankSentences({ title: '', sentences: ['La mer monte.', 'Un chat dort.'] })
    expect(scores[0]).toBeGreaterThan(scores[1] ?? Infinity)
  })

  it('prefers telling to quoting and asking', () => {
    const told = 'La rivière monte dans la vallée'
    const { scores } = rankSentences({ title: '', sentences: [`"${told}" ?`, `${told}.`] })
    expect(scores[1]).toBeGreaterThan(scores[0] ?? Infinity)
  })

  it("prefers the publisher's own abstract", () => {
    const lead = SENTENCES[2] ?? ''
    const { scores } = rankSentences({ title: TITLE, lead, sentences: SENTENCES })
    expect(scores.indexOf(Math.max(...scores))).toBe(2)
  })

  it('counts the words of a title once for several sentences', () => {
    const ranking = rankSentences({ title: TITLE, sentences: SENTENCES })
    expect(ranking.worth([0, 3])).toBeGreaterThan(ranking.worth([2, 3]))
  })

  it('takes less for saying the same twice', () => {
    const [one, other] = ['La rivière monte vite.', 'Le préfet parle haut.']
    expect(worthOfBoth([one, other])).toBeGreaterThan(worthOfBoth([one, one]))
  })

  it('gives the same scores each time', () => {
    const article = { title: TITLE, sentences: SENTENCES }
    expect(rankSentences(article).scores).toEqual(rankSentences(article).scores)
  })

  it('ranks an article of a thousand sentences without a table of a million', () => {
    const sentences = Array.from({ length: 1000 }, (_, at) => `La rivière monte de ${at} mètres.`)
    expect(rankSentences({ title: TITLE, sentences }).scores).toHaveLength(1000)
  })

  it('is empty for an empty article', () => {
    const ranking = rankSentences({ title: '', sentences: [] })
    expect(ranking.scores).toEqual([])
    expect(ranking.worth([])).toBe(0)
  })
})
