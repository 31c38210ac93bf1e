// What somebody says and who said some words: quotations with their speaker, out of the sentences. Puts no words into
// anybody's mouth.
import { findPeople } from '../french/people.ts'
import { fold } from '../french/normalise.ts'
import { SPEECH } from '../french/roles.ts'
import { contentStems } from '../french/stems.ts'
import { tokenise } from '../french/tokens.ts'
import type { Value } from './answer-values.ts'
import type { WeighedSentence } from './weigh-sentences.ts'

const QUOTATION = /«\s*([^«»]{3,})\s*»|"([^"]{3,})"|“([^“”]{3,})”/gu
/** A quotation whose other mark stands in another sentence. */
const HALF = /^([^"«“]{12,})["»”]|["«“]([^"»”]{12,})$/u

/** The longest stretch of a sentence that stands in quotation marks. */
export function quotationIn(text: string): string | undefined {
  const whole = Array.from(text.matchAll(QUOTATION), ([, one, two, three]) => one ?? two ?? three ?? '')
  const half = HALF.exec(text)
  const all = whole.length > 0 ? whole : [half?.[1] ?? half?.[2] ?? '']
  const longest = all.toSorted((one, other) => other.length - one.length)[0]?.trim() ?? ''
  return longest.length < 3 ? undefined : longest
}

/** Whether a verb of speech stands in the sentence. */
export const tellsSpeech = (text: string): boolean =>
  tokenise(text).some(({ text: word }) => {
    const key = fold(word).replace(/-t-(?:il|elle|on)$|-(?:il|elle|ils|elles)$/u, '')
    return SPEECH.has(key) || SPEECH.has(key.replace(/ees?$|es$/u, 'e')) || key === 'dit' || key === 'selon'
  })

/** Characters before and behind a sentence in which its speaker is looked for. */
const AROUND = 420

/**
 * Whoever says the words of the sentence: the person beside a verb of speech, in it or in the sentences around it, the
 * nearest first. `words` are those asked, which name nobody.
 */
export function readSpeakers({ text, article, reference }: WeighedSentence, words: string): readonly Value[] {
  const own = speakersIn(text, words)
  if (own.length > 0) return own
  const before = article.text.slice(Math.max(0, reference.start - AROUND), reference.start)
  const behind = article.text.slice(reference.end, reference.end + AROUND / 2)
  return [
    ...speakersIn(behind, words).map(({ text: name, fit }) => ({ text: name, fit: fit * 0.6 })),
    ...speakersIn(before, words)
      .toReversed()
      .map(({ text: name, fit }, at) => ({ text: name, fit: fit * 0.75 ** (at + 1) })),
  ]
}

function speakersIn(text: string, words: string): readonly Value[] {
  const asked = new Set(contentStems(words))
  const quotations = Array.from(text.matchAll(QUOTATION), ({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }))
  const speech = tokenise(text).filter(({ text: word }) => tellsSpeech(word))
  return findPeople(text)
    .filter(({ start }) => !quotations.some((quotation) => quotation.start < start && start < quotation.end))
    .filter(({ name }) => !contentStems(name).every((own) => asked.has(own)))
    .map(({ start, end, name }) => {
      const distance = Math.min(...speech.map((verb) => Math.max(0, verb.start - end, start - verb.end)), 200)
      return { text: name, fit: 0.35 + 0.65 * 0.5 ** (distance / 50) }
    })
    .toSorted((one, other) => other.fit - one.fit)
}
