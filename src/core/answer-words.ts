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
    return (
      SPEECH.has(key) ||
      SPEECH.has(key.replace(/ees?$|es$/u, 'e')) ||
      SPEECH.has(`${key}t`) ||
      key === 'dit' ||
      key === 'selon'
    )
  })

/** Characters before and behind a sentence in which its speaker is looked for. */
const AROUND = 420

/**
 * Whoever says the words of the sentence: the person beside a verb of speech, in it or in the sentences around it, the
 * nearest first. `words` are those asked, which name nobody. `canBeAround`: the sentence is a quotation.
 */
export function readSpeakers(
  { text, article, reference }: WeighedSentence,
  words: string,
  canBeAround: boolean,
): readonly Value[] {
  const own = speakersIn(text, words)
  if (own.length > 0 || !canBeAround) return own
  const before = article.text.slice(Math.max(0, reference.start - AROUND), reference.start)
  const behind = article.text.slice(reference.end, reference.end + AROUND / 2)
  return [
    ...speakersIn(behind, words).map(({ text: name, fit }) => ({ text: name, fit: fit * 0.6 })),
    ...speakersIn(before, words)
      .toReversed()
      .map(({ text: name, fit }, at) => ({ text: name, fit: fit * 0.75 ** (at + 1) })),
  ]
}

/** How surely somebody speaks in a sentence, 0 to 1; half where nobody is named who speaks. */
export function speaksIn(text: string, who: string): number {
  const speakers = speakersIn(text, '')
  const stems = contentStems(who)
  const own = speakers.find(({ text: name }) => contentStems(name).some((stem) => stems.includes(stem)))
  const best = speakers[0]?.fit ?? 0
  if (own !== undefined) return own.fit >= 0.8 * best ? 1 : 0
  return best > 0.5 ? 0 : 0.5
}

/** «", a déclaré X», «, explique X»: the verb before its speaker. */
const INVERTED = /(?:["»”]|,)[ \u00A0]*(?:a(?:vait)?[ \u00A0](?:\p{L}+[ \u00A0])?)?$/u
/** «: X», «selon X», «pour X» before a name. */
const NAMED_AS_SPEAKER =
  /(?:["»”]\s*:\s*|(?:^|[^\p{L}])(?:[Ss]elon|[Dd]['’]après|[Pp]our)[ \u00A0])(?:[^,.;:"«»]{0,40})$/u

function speakersIn(text: string, words: string): readonly Value[] {
  const asked = new Set(contentStems(words))
  const quotations = Array.from(text.matchAll(QUOTATION), ({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }))
  const speech = tokenise(text).filter(({ text: word }) => tellsSpeech(word))
  return findPeople(text)
    .filter(({ start }) => !quotations.some((quotation) => quotation.start < start && start < quotation.end))
    .filter(({ name }) => !asked.has(contentStems(name).at(-1) ?? ''))
    .map(({ start, end, name }, at) => {
      const before = text.slice(Math.max(0, start - 60), start)
      const isComplement = /(?:^|[^\p{L}])(?:d['’]|de|du|avec|contre|face à)[ \u00A0]?$/u.test(before)
      const fits = speech.map((verb) => {
        const isBehind = verb.end <= start
        const distance = isBehind ? start - verb.end : verb.start - end
        const isInverted = INVERTED.test(text.slice(Math.max(0, verb.start - 24), verb.start))
        // Behind its verb, whoever is no speaker is the one accused.
        if (isBehind !== isInverted) return isBehind ? 0.1 : 0.4 * 0.5 ** (distance / 60)
        // A subject may stand far before its verb.
        return isBehind ? 0.5 ** (distance / 60) : Math.max(at === 0 ? 0.6 : 0, 0.5 ** (distance / 60))
      })
      const fit = NAMED_AS_SPEAKER.test(before) ? 1 : Math.max(0, ...fits)
      return { text: name, fit: (0.2 + 0.8 * fit) * (isComplement ? 0.5 : 1) }
    })
    .toSorted((one, other) => other.fit - one.fit)
}
