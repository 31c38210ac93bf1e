// The brief: what is chosen, and what is never shown.
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pressBrief, type PressableArticle } from '../../src/core/brief.ts'

const LIMITS = { maxSentences: 2, maxWords: 60 }
const TITLE = 'Le barrage de Sainte-Croix fermé après une crue'
const CLOSED = 'Le barrage de Sainte-Croix a été fermé mardi soir après une crue soudaine du Verdon.'
const HOMES = 'La préfecture a demandé aux deux mille riverains de rester chez eux.'
const CHEESE = 'Le fromage de la vallée se vend pourtant toujours aussi bien au marché.'

function shown(article: PressableArticle, limits = LIMITS): readonly string[] {
  return pressBrief(article, limits).map(({ start, end }) => article.text.slice(start, end))
}

function isSound(parts: readonly string[]): boolean {
  const text = parts.join('')
  const spans = pressBrief({ title: TITLE, text }, LIMITS)
  const sentences = spans.map(({ start, end }) => text.slice(start, end))
  const whole = sentences.join(' ')
  return (
    spans.length <= LIMITS.maxSentences &&
    whole.split(/\s+/).length <= LIMITS.maxWords &&
    spans.every(({ start, end }, at) => start < end && start >= (spans[at - 1]?.end ?? 0)) &&
    new Set(sentences).size === sentences.length &&
    (whole.match(/"/g) ?? []).length % 2 === 0 &&
    !/^["«\s]*(?:Il|Mais)\b|http|Lire aussi/u.test(whole)
  )
}

describe('pressBrief', () => {
  it('quotes the sentences that tell the title, in the order of the text', () => {
    const text = `${HOMES} ${CLOSED} ${CHEESE}`
    expect(shown({ title: TITLE, text }, { maxSentences: 1, maxWords: 60 })).toEqual([CLOSED])
    expect(shown({ title: TITLE, text })).toEqual([HOMES, CLOSED])
  })

  it('reads through glue', () => {
    expect(shown({ title: TITLE, text: `${CLOSED}${HOMES}` })).toEqual([CLOSED, HOMES])
  })

  it.each([
    [{ maxSentences: 1, maxWords: 60 }, 1],
    [{ maxSentences: 2, maxWords: 18 }, 1],
    [{ maxSentences: 3, maxWords: 60 }, 3],
    [{ maxSentences: 3, maxWords: 5 }, 0],
    [{ maxSentences: 0, maxWords: 60 }, 0],
  ])('keeps within %j', (limits, count) => {
    expect(shown({ title: TITLE, text: `${CLOSED} ${HOMES} ${CHEESE}` }, limits)).toHaveLength(count)
  })

  it("quotes the publisher's abstract where the text holds it", () => {
    const article = { title: TITLE, lead: CHEESE, text: `${CLOSED}\n\n${HOMES}\n\n${CHEESE}` }
    expect(shown(article, { maxSentences: 1, maxWords: 60 })).toEqual([CHEESE])
  })

  it('keeps two sentences of one quotation together', () => {
    const text = `"Le barrage de Sainte-Croix restera fermé. La crue du Verdon dure encore", a dit la préfète Anne Roy.`
    expect(shown({ title: TITLE, text })).toHaveLength(2)
    expect(shown({ title: TITLE, text }, { maxSentences: 1, maxWords: 60 })).toEqual([])
  })

  it('shows a pronoun only behind the sentence that it leans on', () => {
    const leaning = 'Il avait été fermé une première fois après la crue de Sainte-Croix en mai.'
    expect(shown({ title: TITLE, text: `${CLOSED} ${leaning}` })).toEqual([CLOSED, leaning])
    expect(shown({ title: TITLE, text: `${leaning} ${HOMES}` })).toEqual([HOMES])
  })

  it('starts behind the place and the mark of an agency', () => {
    expect(shown({ title: TITLE, text: `AIGUINES (AFP) — ${CLOSED}` })).toEqual([CLOSED])
  })

  it('quotes no sentence twice', () => {
    expect(shown({ title: TITLE, text: `${CLOSED}\n\n${CLOSED}\n\n${HOMES}` })).toEqual([CLOSED, HOMES])
  })

  it('prefers anything better to the title said again', () => {
    const again = `${TITLE} du Verdon.`.replace(' du Verdon', '')
    expect(shown({ title: TITLE, text: `${again} ${HOMES}` }, { maxSentences: 1, maxWords: 60 })).toEqual([
      HOMES,
    ])
    expect(shown({ title: TITLE, text: again })).toEqual([again])
  })

  it.each([
    ['nothing', ''],
    ['a title alone', 'Le barrage de Sainte-Croix est fermé'],
    ['links only', 'Lire aussi : le barrage de Sainte-Croix est fermé depuis mardi soir.'],
    ['a lost mark', 'Le barrage de Sainte-Croix "est fermé depuis mardi soir sur ordre.'],
    ['a sentence cut off', 'Le barrage de Sainte-Croix est fermé depuis mardi soir sur ordre de la…'],
    ['a pronoun without anybody', 'Elle a demandé la fermeture du barrage de Sainte-Croix mardi.'],
  ])('is empty for %s', (_reason, text) => {
    expect(shown({ title: TITLE, text })).toEqual([])
  })

  const pieces = constantFrom(
    CLOSED,
    HOMES,
    CHEESE,
    ' ',
    '\n',
    '"',
    '« ',
    ' »',
    'Il part.',
    'Mais "non", dit-il. ',
    '...',
    '(',
    ')',
    'Lire aussi',
    'http://a.fr ',
    'M. Roy a vu le barrage de Sainte-Croix fermé. ',
  )

  it('never breaks its limits, its order or its marks, whatever the text', () => {
    expect(() => assert(property(array(pieces, { maxLength: 15 }), isSound), { numRuns: 2000 })).not.toThrow()
  })
})
