// What sentences are worth, alone and together, to the learned ranker. What it reaches is measured in bench.
import { describe, expect, it } from 'vitest'
import { rankLearned } from '../../src/core/learned-ranker.ts'

const TITLE = 'Le barrage de Sainte-Croix fermé après une crue'
const SENTENCES = [
  'Le barrage de Sainte-Croix a été fermé mardi après une crue soudaine du Verdon, a annoncé la préfecture.',
  'La préfecture a demandé aux riverains du barrage de rester chez eux jusqu’à jeudi matin.',
  'Le fromage de la vallée se vend bien, selon les marchands de la place du village.',
  'Les agents mesurent le niveau de la rivière toutes les heures depuis le pont.',
]

/** What each set of positions is worth. */
const worthsOf = (sentences: readonly string[], ...sets: readonly (readonly number[])[]): readonly number[] =>
  Array.from(rankLearned({ title: TITLE, sentences }).worths(sets))

describe('rankLearned', () => {
  it('prefers a sentence that says the title, wherever it stands', () => {
    const { scores } = rankLearned({ title: TITLE, sentences: SENTENCES.toReversed() })
    expect(scores.indexOf(Math.max(...scores))).toBe(3)
  })

  it('does the sensible thing without a title', () => {
    const ranking = rankLearned({ title: '', sentences: SENTENCES })
    expect(ranking.scores.indexOf(Math.max(...ranking.scores))).toBe(0)
    const [first = 0, third = 0] = Array.from(ranking.worths([[0], [2]]))
    expect(first).toBeGreaterThan(third)
  })

  it('prefers telling to quoting', () => {
    const told =
      'La rivière a débordé mardi à Sainte-Croix après la fermeture du barrage, selon la préfecture.'
    const quoted = `"${told.slice(0, -1)}", "c’est du jamais vu", "nous n’avons rien pu faire", dit-on ici.`
    const [first = 0, second = 0] = worthsOf([quoted, told], [0], [1])
    expect(second).toBeGreaterThan(first)
  })

  it("prefers the publisher's own abstract to all else", () => {
    const lead = SENTENCES[2] ?? ''
    const ranking = rankLearned({ title: TITLE, lead, sentences: SENTENCES })
    expect(ranking.scores.indexOf(Math.max(...ranking.scores))).toBe(2)
    const [abstract = 0, other = 0] = Array.from(ranking.worths([[2], [0, 1]]))
    expect(abstract).toBeGreaterThan(other)
  })

  it('counts what two sentences say alike once', () => {
    const [first = '', second = ''] = SENTENCES
    const [twice = 0, both = 0] = worthsOf([first, first, second], [0, 1], [0, 2])
    expect(both).toBeGreaterThan(twice)
  })

  it('gives the same each time', () => {
    const article = { title: TITLE, sentences: SENTENCES }
    expect(rankLearned(article).scores).toEqual(rankLearned(article).scores)
    expect(worthsOf(SENTENCES, [0, 1])).toEqual(worthsOf(SENTENCES, [0, 1]))
  })

  it('ranks an article of a thousand sentences without a table of a million', () => {
    const sentences = Array.from({ length: 1000 }, (_, at) => `La rivière monte de ${at} mètres.`)
    expect(rankLearned({ title: TITLE, sentences }).scores).toHaveLength(1000)
  })

  it('is empty for an empty article', () => {
    const ranking = rankLearned({ title: '', sentences: [] })
    expect(ranking.scores).toEqual([])
    expect(Array.from(ranking.worths([]))).toEqual([])
  })
})
