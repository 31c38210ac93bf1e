// One reading of an article for all filters that ask about it: each thing is read when it is first asked for, and once.
// Decides nothing.
import { type NamedLanguage, namedLanguageOf } from '../french/language.ts'
import { readName } from '../french/name-sounds.ts'
import { fold } from '../french/normalise.ts'
import { findPeople, type PersonName } from '../french/people.ts'
import { type WordedText, wordText } from '../french/worded-text.ts'

/** Where a condition looks. */
export type Where = 'everywhere' | 'title'

export interface FilteredArticle {
  readonly title: string
  /** `''` when there is none. */
  readonly lead: string
  readonly text: string
  readonly publisher: string
  /** Of all feeds that had it. */
  readonly rubrics: readonly string[]
  /** Titles and ids of all feeds that had it. */
  readonly feeds: readonly string[]
}

export interface FilterReading {
  readonly article: FilteredArticle
  /** The title, a line end, and what stands below it. */
  readonly whole: string
  readonly words: (where: Where) => WordedText
  /** Small letters without accents; every blank but the end of a line is a space. */
  readonly plain: (where: Where) => string
  /** In `whole`. */
  readonly people: () => readonly PersonName[]
  /** How the words with a capital sound, each as a name alone: without one of these nobody is named so. */
  readonly sounds: () => ReadonlySet<string>
  /** Undefined for a text that is too short or too mixed to tell. */
  readonly language: () => NamedLanguage | 'other' | undefined
}

export function readForFilters(article: FilteredArticle): FilterReading {
  const { title, lead, text } = article
  const below = lead === '' || text.startsWith(lead) ? text : `${lead}\n${text}`
  const whole = `${title}\n${below}`
  const byPlace = <Made>(make: (text: string) => Made): ((where: Where) => Made) => {
    const [everywhere, inTitle] = [once(() => make(whole)), once(() => make(title))]
    return (where) => (where === 'title' ? inTitle() : everywhere())
  }
  return {
    article,
    whole,
    words: byPlace(wordText),
    plain: byPlace(plainText),
    people: once(() => findPeople(whole)),
    sounds: once(() => soundsIn(whole)),
    language: once(() => namedLanguageOf(below.length > title.length ? below : whole)),
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined
  return () => (made ??= { value: make() }).value
}

const plainText = (text: string): string => fold(text).replaceAll(/[^\S\n]+/gu, ' ')

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]+/gu

function soundsIn(text: string): ReadonlySet<string> {
  const words = new Set(text.match(CAPITALISED))
  return new Set([...words].flatMap((word) => readName(word).sounds))
}
