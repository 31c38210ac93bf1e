// Who says what: sentences that carry somebody's words, with their speaker. Never decides whether they are true.
import { antecedentOfOpening } from './antecedents.ts'
import { attributionsIn, isGoverned, type Attribution } from './attributions.ts'
import { genderOfFirstName } from './first-name-genders.ts'
import { findOffices, type HeldOffice } from './offices.ts'
import type { PersonName } from './people.ts'
import { quotedSpans } from './quoted-spans.ts'
import { splitSentences, type Span } from './sentences.ts'
import { firstFrom, spanAround } from './span-search.ts'
import { Speakers } from './speakers.ts'
import { reportsSpeech } from './speech-verbs.ts'
import { countWords } from './tokens.ts'

/** The span is that of the sentence. */
export interface Statement extends Span {
  /** The speaker as named in the article, longest form; of an unnamed one the words: `le ministère russe`. */
  readonly speaker: string
  /** Words in quotation marks rather than reported ones. */
  readonly isQuoted: boolean
}

/** One speaker a sentence, in order. `held` are the offices of the text, where they are known already. */
export function findStatements(
  text: string,
  people: readonly PersonName[],
  held: readonly HeldOffice[] = findOffices(text, people),
): readonly Statement[] {
  return new StatementReader(text, people, held).read()
}

interface Said {
  readonly name: string
  readonly isPerson: boolean
  readonly isQuoted: boolean
}

/** A quotation of fewer words is a name or a turn of phrase, unless somebody is said to say it. */
const FEWEST_QUOTED = 3

/** Sentences behind somebody’s words in which «a-t-il dit» may still mean them. */
const PRONOUN_REACH = 3

/** How far behind a quotation its «a déclaré» begins, in characters. */
const ATTRIBUTION_GAP = 4

class StatementReader {
  readonly #text: string
  readonly #speakers: Speakers
  readonly #sentences: readonly Span[]
  readonly #quotations: readonly Span[]
  readonly #said: (Said | undefined)[]

  constructor(text: string, people: readonly PersonName[], held: readonly HeldOffice[]) {
    this.#text = text
    this.#speakers = new Speakers(text, people, held)
    this.#sentences = splitSentences(text)
    this.#quotations = quotedSpans(text)
    this.#said = this.#sentences.map(() => undefined)
  }

  read(): readonly Statement[] {
    let [quotation, last] = [0, undefined as number | undefined]
    for (const [at, span] of this.#sentences.entries()) {
      const attributions = this.#attributionsOf(span)
      const resolved: Attributed[] = []
      for (const one of attributions) {
        const speaker = this.#resolve(one, at, last, resolved.at(-1))
        if (speaker !== undefined) resolved.push(speaker)
      }
      // «…», lâche-t-il, selon X: where the pronoun is unclear, so is whose words these are.
      const own = resolved.length < attributions.length ? [] : resolved
      const main =
        own.find(({ attribution }) => attribution?.kind === 'behind') ?? own[0] ?? this.#opening(span)
      this.#note(at, main)
      while ((this.#quotations[quotation]?.end ?? Infinity) <= span.end) this.#quote(quotation++, at, own)
      if (this.#said[at] !== undefined && !isAside(main, span)) last = at
    }
    return this.#sentences.flatMap((span, at) => {
      const said = this.#said[at]
      return said === undefined ? [] : [{ ...span, speaker: said.name, isQuoted: said.isQuoted }]
    })
  }

  /** Those of the author: nobody within a quotation is believed to speak. */
  #attributionsOf(span: Span): readonly Attribution[] {
    return attributionsIn(this.#text, span, this.#speakers).filter(
      ({ start, kind }) =>
        spanAround(this.#quotations, start) === undefined &&
        !(kind === 'behind' && this.#quotations[firstFrom(this.#quotations, start)]?.start === start),
    )
  }

  #note(at: number, said: Attributed | undefined): void {
    if (said === undefined) return
    this.#said[at] = { name: said.name, isPerson: said.isPerson, isQuoted: false }
  }

  /** A pronoun is whoever the sentence speaks of before, else whoever spoke last, where one reading is left. */
  #resolve(
    attribution: Attribution,
    at: number,
    last: number | undefined,
    before: Attributed | undefined,
  ): Attributed | undefined {
    const { speaker } = attribution
    if (typeof speaker !== 'string') return { attribution, name: speaker.name, isPerson: speaker.isPerson }
    if (before?.isPerson === true && mayBe(before, speaker)) return { ...before, attribution }
    const start = this.#sentences[at]?.start ?? 0
    const here = this.#namedOutside({ start, end: attribution.start })
    const spoke = last === undefined || at - last > PRONOUN_REACH ? undefined : this.#said[last]
    const others = here.filter(({ name }) => name !== spoke?.name)
    const [only] = others
    if (only !== undefined) {
      const isClear =
        new Set(others.map(({ name }) => name)).size === 1 && !isGoverned(this.#text, start, only.start)
      return isClear && mayBe({ name: only.name, isPerson: true }, speaker)
        ? { attribution, name: only.name, isPerson: true }
        : undefined
    }
    if (spoke === undefined || last === undefined || !mayBe(spoke, speaker)) return undefined
    const between = { start: this.#sentences[last + 1]?.start ?? start, end: start }
    if (this.#namedOutside(between).some(({ name }) => name !== spoke.name)) return undefined
    return { attribution, name: spoke.name, isPerson: spoke.isPerson }
  }

  /** The people named outside of quotations, by their longest names. */
  #namedOutside(span: Span): readonly { readonly name: string; readonly start: number }[] {
    return this.#speakers
      .namesIn(span)
      .filter(({ start }) => spanAround(this.#quotations, start) === undefined)
      .map((person) => ({ name: this.#speakers.speakerOf(person).name, start: person.start }))
  }

  /** «Il affirme que», «Elle a précisé». */
  #opening(span: Span): Attributed | undefined {
    const match = OPENING.exec(this.#text.slice(span.start, Math.min(span.end, span.start + 80)))
    if (match === null || !reportsSpeech(match[1] ?? '')) return undefined
    const antecedent = antecedentOfOpening(this.#text, span)
    return antecedent && { name: antecedent.name, isPerson: true }
  }

  /** Gives the sentences of a quotation that ends in the sentence `until` to its speaker. */
  #quote(quotation: number, until: number, own: readonly Attributed[]): void {
    const span = this.#quotations[quotation]
    if (span === undefined) return
    let from = until
    while (from > 0 && (this.#sentences[from]?.start ?? 0) > span.start) from--
    const words = countWords(this.#text.slice(span.start, span.end), FEWEST_QUOTED)
    const speaker =
      this.#speakerOf(span, { from, until, own, words }) ??
      (words < FEWEST_QUOTED ? undefined : this.#goesOn(quotation, from))
    if (speaker === undefined) return
    for (let at = from; at <= until; at++) {
      const said = this.#said[at]
      if (said === undefined)
        this.#said[at] = { name: speaker.name, isPerson: speaker.isPerson, isQuoted: true }
      else if (said.name === speaker.name) this.#said[at] = { ...said, isQuoted: true }
    }
  }

  #speakerOf(
    span: Span,
    {
      from,
      until,
      own,
      words,
    }: {
      readonly from: number
      readonly until: number
      readonly own: readonly Attributed[]
      readonly words: number
    },
  ): Said | undefined {
    const direct = own.find(
      ({ attribution }) =>
        attribution?.kind === 'behind' &&
        attribution.start >= span.end - 1 &&
        attribution.start <= span.end + ATTRIBUTION_GAP,
    )
    if (direct !== undefined) return { ...direct, isQuoted: true }
    if (words < FEWEST_QUOTED) return undefined
    const said = this.#said[from] ?? this.#said[until]
    return said && { ...said, isQuoted: true }
  }

  /** «…», a dit le maire. «…»: a quotation that is a sentence of its own, right behind the words of somebody. */
  #goesOn(quotation: number, from: number): Said | undefined {
    const [before, span] = [this.#quotations[quotation - 1], this.#quotations[quotation]]
    const sentence = this.#sentences[from]
    if (before === undefined || span === undefined || sentence === undefined) return undefined
    const gap = this.#text.slice(before.end, span.start)
    if (
      span.start > sentence.start ||
      gap.includes('\n') ||
      !isEnded(this.#text.slice(span.end - 3, span.end + 1))
    )
      return undefined
    const said = this.#said[from - 1]
    return said?.isQuoted === true ? said : undefined
  }
}

/** «l’image, selon ses détracteurs, d’un pays»: the sentence goes on to speak of others. */
const isAside = (main: Attributed | undefined, { start }: Span): boolean =>
  main?.attribution?.kind === 'selon' && main.attribution.start > start + 1

/** An intertitle in quotation marks has no stop. */
const isEnded = (tail: string): boolean => /[.!?…]\s?["»”]?$|["»”][.!?…]$/u.test(tail)

interface Attributed {
  readonly attribution?: Attribution
  readonly name: string
  readonly isPerson: boolean
}

const OPENING =
  /^(?:Il|Elle) (?:(?:a|avait|s['’]est|s['’]était) )?(?:(?:également|aussi|ainsi|ensuite|par ailleurs|en outre|notamment|encore|\p{Ll}+ment) )*(\p{Ll}{3,})/u

/** By the first name, or by the article of unnamed speakers. */
function mayBe({ name, isPerson }: Pick<Said, 'name' | 'isPerson'>, pronoun: 'il' | 'elle'): boolean {
  if (!isPerson)
    return pronoun === 'il'
      ? !/^(?:la|une|des|les|sa|ses|ces|leurs|plusieurs|deux|trois|cette) /iu.test(name)
      : !/^(?:le|un|des|les|ses|ces|leurs|plusieurs|deux|trois|ce|cet) /iu.test(name)
  const gender = genderOfFirstName(name.split(' ')[0] ?? '')
  return gender === undefined || gender === (pronoun === 'il' ? 'masculine' : 'feminine')
}
