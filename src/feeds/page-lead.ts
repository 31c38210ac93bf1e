// The lead of a page: what its publisher puts above the article, whole where the page shows it whole. Never writes one.
import { foldSpaces, type PageBlock } from './page-blocks.ts'
import { namesOf, type PageElement, rawText } from './page-tree.ts'
import type { PageWitnesses } from './page-witnesses.ts'
import { plainLine } from './plain-text.ts'

/** Two texts that begin with the same letters begin alike: 40, a line of a narrow column. */
const SAME_START_LETTERS = 40

/** A description beyond this is the article itself, in characters. The longest lead of 60 real pages had 562. */
const LEAD_LIMIT = 800

/** What is shown as a lead has a sentence at least, in characters. */
const SENTENCE_LENGTH = 25

/** A description with fewer of its long words in the article is the site's motto: a share of 1, by judgement. */
const OWN_WORDS_SHARE = 0.34

/** Class names of the lead, the French ones first: English ones also name teasers. */
const LEAD_NAMES = [
  /-(?:chapo|chapeau|chap|accroche|article-lead|standfirst|dek|sous-titre)-/,
  /-(?:lead|intro|introduction|excerpt|summary|desc|description|subtitle|subheadline|deck|abstract|hat)-/,
]

/** The lead, on one line; `''` when the page has none. */
export function readLead(page: PageWitnesses, blocks: readonly PageBlock[]): string {
  const shown = [...shownLeads(page.elements), ...blocks.slice(0, 4).map(({ text }) => text)]
  const description = ownDescription(page, [...shown, ...blocks.map(({ text }) => text)].join(' '))
  const [first] = blocks
  if (description === undefined) {
    return oneLine(shownLeads(page.elements)[0] ?? (first?.isEmphasised === true ? first.text : ''))
  }
  const alike = shown.find((text) => beginsAlike(text, description))
  const isBetter = alike !== undefined && (isCut(description) || description.length > LEAD_LIMIT)
  return oneLine(isBetter ? alike : description)
}

function oneLine(text: string): string {
  return foldSpaces(text).replaceAll('\n', ' ')
}

/** The first description that speaks of this article, a whole one rather than its cut twin. */
function ownDescription({ described, metas, marked }: PageWitnesses, text: string): string | undefined {
  const told = [
    described?.description,
    metas.get('og:description')?.[0],
    metas.get('description')?.[0],
    metas.get('twitter:description')?.[0],
    marked?.description,
  ]
  const words = new Set(longWords(text))
  const descriptions = told
    .map((description) => (description === undefined ? '' : firstParagraph(description)))
    .filter((description) => description.length >= SENTENCE_LENGTH && isOwn(description, words))
  const [first] = descriptions
  if (first === undefined || !isCut(first)) return first
  return descriptions.find((description) => !isCut(description) && beginsAlike(description, first)) ?? first
}

function firstParagraph(description: string): string {
  const paragraphs = description.split(/\n[^\S\n]*\n/).map((paragraph) => foldSpaces(plainLine(paragraph)))
  return paragraphs.find((paragraph) => paragraph !== '') ?? ''
}

function longWords(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu) ?? []
}

function isOwn(description: string, words: ReadonlySet<string>): boolean {
  const own = longWords(description)
  return own.filter((word) => words.has(word)).length >= OWN_WORDS_SHARE * own.length
}

/** Cut by the site: dots at the end, or no mark at all. */
function isCut(description: string): boolean {
  return (
    /(?:…|\.{3}|\[…\]|\[\.{3}\])$/.test(description) ||
    (description.length > 100 && !/[.!?»"”)]$/.test(description))
  )
}

function lettersOf(text: string): string {
  return (
    text
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('')
      .toLowerCase() ?? ''
  )
}

function beginsAlike(one: string, other: string): boolean {
  const [first, second] = [lettersOf(one.slice(0, 400)), lettersOf(other.slice(0, 400))]
  const length = Math.min(SAME_START_LETTERS, first.length, second.length)
  return length >= SENTENCE_LENGTH / 2 && first.slice(0, length) === second.slice(0, length)
}

/** Texts of the elements that sites name after the lead, below the headline. */
function shownLeads(elements: readonly PageElement[]): readonly string[] {
  const headline = elements.findIndex((element) => element.name === 'h1')
  const below = elements
    .slice(headline + 1, headline + 400)
    .filter((element) => /^(?:p|div|h2|span|strong)$/.test(element.name))
  const named = LEAD_NAMES.flatMap((pattern) => below.filter((element) => pattern.test(namesOf(element))))
  return named
    .slice(0, 6)
    .map((element) => foldSpaces(rawText(element).replaceAll('\n', ' ')))
    .filter((text) => text.length >= SENTENCE_LENGTH && text.length <= LEAD_LIMIT)
}
