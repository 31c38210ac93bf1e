// The brief: what is chosen, and what is never shown.
import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pressBrief, type PressableArticle, whyNoBrief } from '../../src/core/brief.ts'
import { rankLead } from '../../src/core/lead.ts'
import { rankLearned } from '../../src/core/learned-ranker.ts'

const LIMITS = { maxSentences: 2, maxWords: 60 }
const TITLE = 'Le barrage de Sainte-Croix fermé après une crue'
const CLOSED = 'Le barrage de Sainte-Croix a été fermé mardi soir après une crue soudaine du Verdon.'
const HOMES = 'La préfecture a demandé aux deux mille riverains de rester chez eux.'
const CHEESE = 'Le fromage de la vallée se vend pourtant toujours aussi bien au marché.'

function shown(article: PressableArticle, limits = LIMITS, rank = rankLearned): readonly string[] {
  return pressBrief(article, limits, rank).map(({ start, end }) => article.text.slice(start, end))
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

function isSame(text: string): boolean {
  const [once, again] = [shown({ title: text, text }), shown({ title: text, text })]
  return once.length === again.length && once.every((sentence, at) => sentence === again[at])
}

describe('pressBrief', () => {
  it('quotes the sentences that tell the title, in the order of the text', () => {
    const text = `${HOMES} ${CLOSED} ${CHEESE}`
    expect(shown({ title: TITLE, text }, { maxSentences: 1, maxWords: 60 })).toEqual([CLOSED])
    const all = shown({ title: TITLE, text }, LIMITS, rankLead)
    expect(all).toEqual([HOMES, CLOSED])
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
    expect(shown({ title: TITLE, text: `${CLOSED} ${HOMES} ${CHEESE}` }, limits, rankLead)).toHaveLength(
      count,
    )
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

  it('reads on behind a quotation mark that was never closed', () => {
    const text = `"Des risques pour les riverains. ${CLOSED} ${HOMES}`
    expect(shown({ title: TITLE, text }, { maxSentences: 1, maxWords: 60 })).toEqual([CLOSED])
  })

  it('starts behind the place and the mark of an agency', () => {
    expect(shown({ title: TITLE, text: `AIGUINES (AFP) — ${CLOSED}` })).toEqual([CLOSED])
  })

  it('quotes no sentence twice', () => {
    const text = `${CLOSED}\n\n${CLOSED}\n\n${HOMES}`
    expect(shown({ title: TITLE, text }, LIMITS, rankLead)).toEqual([CLOSED, HOMES])
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

  it.each([
    ['', 'no-text'],
    ['« … » — !', 'no-text'],
    ['The dam of Sainte-Croix has been closed since Tuesday after a flood, the prefect said.', 'not-french'],
    ['أعلنت السلطات أن السد مغلق منذ يوم الثلاثاء بعد الفيضان الذي ضرب المنطقة.', 'not-french'],
    ['Le barrage de Sainte-Croix est fermé', 'no-sentence'],
    ['Elle a demandé la fermeture du barrage de Sainte-Croix mardi.', 'leaning'],
    [`Le barrage ${'de Sainte-Croix '.repeat(60)}est fermé depuis mardi.`, 'too-long'],
  ])('says why there is none: %j', (text, reason) => {
    expect(shown({ title: TITLE, text })).toEqual([])
    expect(whyNoBrief({ title: TITLE, text }, LIMITS)).toBe(reason)
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

  it('breaks on no string, and gives what it gave before', () => {
    expect(() => assert(property(string({ unit: 'binary', maxLength: 300 }), isSame))).not.toThrow()
  })

  it('never breaks its limits, its order or its marks, whatever the text', () => {
    expect(() => assert(property(array(pieces, { maxLength: 15 }), isSound), { numRuns: 2000 })).not.toThrow()
  })
})
