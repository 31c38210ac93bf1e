// Answers of every kind over sentences of our own: what is chosen, what is refused.
import { describe, expect, it } from 'vitest'
import type { Answer, FoundSentence } from '../../src/core/answer.ts'
import type { Article } from '../../src/core/article.ts'
import { chooseAnswer, searchStems } from '../../src/core/choose-answer.ts'
import { readQuestion } from '../../src/core/question.ts'
import { splitSentences } from '../../src/french/sentences.ts'
import { searchableStems } from '../../src/french/stems.ts'

const TODAY = '2026-03-18'
const PUBLISHED = Date.parse('2026-03-17T08:00:00+01:00')

interface Told {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly publishedAt?: number
}

const article = ({ id, title, text, publishedAt = PUBLISHED }: Told): Article => ({
  id,
  feedId: 'f',
  publisher: `Journal ${id}`,
  rubric: '',
  url: `https://journal.example/${id}`,
  version: 1,
  title,
  lead: '',
  text,
  publishedAt,
  firstSeenAt: publishedAt,
})

const ARTICLES: readonly Told[] = [
  {
    id: 'ferry',
    title: 'Naufrage d’un ferry au large de Lussac',
    text: 'Un ferry a fait naufrage mardi au large de Lussac, faisant douze morts et 40 blessés. Le navire, parti de Bramont, transportait 312 passagers. « La coque était rongée », a déclaré la procureure de Lussac, Inès Valbert. Son remplacement avait coûté 14 millions d’euros en 2019.',
  },
  {
    id: 'musee',
    title: 'Le musée de Vernay rouvre ses portes',
    text: 'Le musée de Vernay a rouvert samedi 14 mars après trois ans de travaux. Karim Benhaddou, directeur du musée, attend 80 000 visiteurs. Une toile d’Élise Morand y a été vendue 37 500 euros. Le maire d’Orpierre, Paul Lantier, n’a pas assisté à la fête.',
  },
  {
    id: 'lycee',
    title: 'Léa Castel, diplômée à 14 ans',
    text: 'Léa Castel, symbole de la lutte pour l’école, a été diplômée de l’université de Marnes. « Je vais enfin dormir », a-t-elle confié. Elle est née à Delme en 2012.',
  },
  {
    id: 'loi',
    title: 'Les députés rejettent la loi sur l’eau',
    text: 'L’Assemblée a rejeté lundi la loi sur l’eau. Le ministre Armand Delcourt a accusé les députés de mépriser les campagnes. Elle sera examinée à nouveau le 2 avril.',
  },
]

/** Enough other sentences for words to be rare. */
const TOTAL = 5_000

function ask(text: string, articles: readonly Told[] = ARTICLES): Answer {
  const question = readQuestion(text, TODAY)
  const stems = searchStems(question)
  const sentences = articles.map(article).flatMap((own) =>
    splitSentences(own.text).map(({ start, end }): FoundSentence => ({
      reference: { articleId: own.id, version: 1, start, end },
      text: own.text.slice(start, end),
      article: own,
      score: 1,
    })),
  )
  const counted = stems.map((stem) => {
    const holding = sentences.filter((sentence) => searchableStems(sentence.text).includes(stem))
    return [stem, holding.length] as const
  })
  const found = sentences.filter((sentence) => {
    const own = new Set(searchableStems(sentence.text))
    return stems.some((stem) => own.has(stem))
  })
  return chooseAnswer({ question, found, frequencies: { total: TOTAL, of: new Map(counted) }, limit: 5 })
}

/** The best answer and where it stands. */
function best(text: string): { readonly text: string; readonly id: string } | undefined {
  const answer = ask(text)
  const [first] = answer.kind === 'found' ? answer.answers : []
  return first && { text: first.text, id: first.evidence.article.id }
}

describe('the best answer', () => {
  it.each([
    ['Où le ferry a-t-il fait naufrage ?', 'Lussac', 'a place beside the verb'],
    ['ou a coule le ferry de Lussac', 'au large de Lussac', 'the place that the question names is no answer'],
    ['dans quelle université Léa Castel a-t-elle été diplômée ?', 'université de Marnes', 'a kind of place'],
    ['où est née Léa Castel', 'Delme', '«née» folds into a stop word and counts all the same'],
    ['Quand le musée de Vernay a-t-il rouvert ?', 'samedi 14 mars', 'a day beside the verb'],
    ['quand la loi sur l’eau sera-t-elle examinée', '2 avril', 'a day to come'],
    ['combien de morts dans le naufrage du ferry ?', 'douze morts', 'a number in words, with what it counts'],
    ['combien de blessés à Lussac', '40 blessés', 'another number of the same sentence'],
    ['Combien de passagers sur le ferry ?', '312 passagers', 'a number of another sentence'],
    ['combien a été vendue la toile d’Élise Morand', '37 500 euros', 'money'],
    ['Qui est Karim Benhaddou ?', 'directeur du musée', 'an apposition behind the name'],
    ['qui est ines valbert', 'procureure de Lussac', 'an office before the name, no accents'],
    ['c’est qui Léa Castel', 'symbole de la lutte pour l’école', 'an apposition that is no office'],
    ['qui est le maire d’Orpierre ?', 'Paul Lantier', 'whoever holds an office'],
    ['Qui a dit « La coque était rongée » ?', 'Inès Valbert', 'the speaker of a quotation'],
    ['qui accuse les députés', 'Armand Delcourt', 'whoever did it'],
    ['L’Assemblée a-t-elle voté la loi sur l’eau ?', 'Non', 'a refusal in other words'],
    ['Le musée de Vernay a-t-il rouvert ?', 'Oui', 'told as asked'],
  ])('of «%s» is «%s»: %s', (question, expected, _why) => {
    expect(best(question)?.text).toContain(expected)
  })

  it.each([
    ['Que dit Léa Castel ?', 'dormir', 'a pronoun speaks'],
    ['que dit la procureure sur la coque', 'rongée', 'an office speaks'],
    ['Que s’est-il passé à Lussac ?', 'naufrage', 'what happened at a place'],
    ['quoi de neuf sur la loi sur l’eau', 'loi sur l’eau', 'the newest of a thing'],
  ])('of «%s» is a sentence with «%s»: %s', (question, expected, _why) => {
    expect(best(question)?.text).toContain(expected)
  })

  it('is proved by a sentence that stands in its article', () => {
    const answer = ask('combien de morts dans le naufrage du ferry ?')
    const [first] = answer.kind === 'found' ? answer.answers : []
    expect(first?.evidence.article.text).toContain(first?.evidence.text)
    expect(first?.evidence.text).toContain(first?.text)
  })
})

describe('nothing is answered', () => {
  it.each([
    ['Qui est Bertrand Lacombe ?', 'nobody of that name'],
    ['où est née Inès Valbert', 'the place of birth is not told'],
    ['combien a coûté le musée de Marnes', 'another museum'],
    ['quand Karim Benhaddou a-t-il démissionné', 'no such thing is told of him'],
    ['Qui a dit « Tout est perdu » ?', 'words that nobody said'],
    ['Que dit Karim Benhaddou sur le ferry ?', 'a speaker on something else'],
    ['combien de morts à Orpierre ?', 'a toll of another place'],
    ['que s’est-il passé à Cazals ?', 'a place that nobody names'],
    ['qui ?', 'nothing is asked about'],
    ['', 'nothing at all'],
  ])('to «%s»: %s', (question, _why) => {
    expect(ask(question).kind).toBe('nothing')
  })

  it('but what comes nearest is given apart', () => {
    const answer = ask('quand Karim Benhaddou a-t-il démissionné')
    expect(answer.kind === 'nothing' && answer.nearest.map(({ text }) => text)).toEqual([
      expect.stringContaining('Karim Benhaddou'),
    ])
  })
})

const reprint = (id: string, publishedAt: number): Told => ({
  id,
  title: 'Le pont de Cazals est fermé',
  text: 'Le pont de Cazals est fermé depuis lundi à cause d’une fissure.',
  publishedAt,
})

describe('several articles', () => {
  it('that print one sentence answer once', () => {
    const answer = ask('que s’est-il passé à Cazals', [reprint('a', PUBLISHED), reprint('b', PUBLISHED + 9)])
    expect(answer.kind === 'found' && answer.answers).toHaveLength(1)
  })

  it('that tell one value count as so many sources', () => {
    const answer = ask('où se trouve le pont fermé pour une fissure', [
      { id: 'a', title: 'Un pont fermé', text: 'Un pont est fermé à Cazals à cause d’une fissure.' },
      { id: 'b', title: 'Un pont fermé', text: 'Une fissure a été vue sur le pont fermé à Cazals.' },
    ])
    expect(answer).toMatchObject({ kind: 'found', answers: [{ text: 'Cazals', sourceCount: 2 }] })
  })

  it('that name two people by one surname ask which is meant', () => {
    const answer = ask('qui est Lantier', [
      { id: 'a', title: 'À Orpierre', text: 'Paul Lantier, maire d’Orpierre, a planté un arbre.' },
      { id: 'b', title: 'À Delme', text: 'Jeanne Lantier, préfète de Delme, a coupé un ruban.' },
    ])
    expect(answer.kind === 'which' && answer.persons.map(({ name }) => name).toSorted()).toEqual([
      'Jeanne Lantier',
      'Paul Lantier',
    ])
  })
})
