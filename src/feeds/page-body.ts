// The paragraphs of a page's article: from its microdata, its JSON-LD or Readability, furniture left out. Fetches nothing.
import { agencyCredit, type Byline, splitClosingCredit, splitDateline } from './agencies.ts'
import { breakLikePage, breakSeams, paragraphsOf } from './body-breaks.ts'
import { noiseOfLine } from './noise-lines.ts'
import { type PageBlock, readBlocks } from './page-blocks.ts'
import { type FurnitureTest, furnitureOf } from './page-prose.ts'
import type { PageTree } from './page-tree.ts'
import type { PageWitnesses } from './page-witnesses.ts'
import { readArticle } from './readable.ts'

export interface PageBody {
  readonly blocks: readonly PageBlock[]
  /** What a closing line of the text says of who wrote it. */
  readonly byline: Byline
}

/** What speaks for the page, and the headline that its text need not repeat. */
export interface PageParts extends PageWitnesses {
  readonly title: string
}

/** A marked body under this may be a teaser, in characters; a dispatch of three sentences is longer. By judgement. */
const TEASER_LENGTH = 300

/** A described body over this is the whole article and spares the page a reading by Readability, in characters. By judgement. */
const WHOLE_LENGTH = 1500

/** A marked body with this share of the described one is preferred: the page knows its paragraphs. By judgement. */
const MARKED_SHARE = 0.7

/** Without one paragraph of this length there is no article, in characters: one sentence. By judgement. */
const SENTENCE_LENGTH = 40

/** Shorter lines that end without a mark are titles or labels, in characters: a line of a narrow column. By judgement. */
const SCRAP_LENGTH = 60

/** How much of a body must begin another one for the two to be the same article, in letters. */
const SAME_START_LETTERS = 60

/** The article's paragraphs; none when the page has no article to read. */
export function readBody(page: PageParts): PageBody {
  const { blocks, source } = chooseBlocks(page)
  return blocks.some(({ text }) => text.length >= SENTENCE_LENGTH)
    ? closeBody(blocks, source)
    : { blocks: [], byline: {} }
}

/** The paragraphs, and the blocks that they were chosen from. */
interface Choice {
  readonly blocks: readonly PageBlock[]
  readonly source: readonly PageBlock[]
}

function chooseBlocks(page: PageParts): Choice {
  const told = toldBlocks(page)
  if (told.isWhole) return told
  const isFurniture = furnitureOf(page.tree)
  const readable = guessed(readableBlocks(page.tree, isFurniture), page.title)
  const isTold = lengthOf(told.blocks) >= SENTENCE_LENGTH
  if (lengthOf(readable.blocks) >= SENTENCE_LENGTH && (!isTold || isLongerSame(readable.blocks, told.blocks)))
    return readable
  return isTold ? told : guessed(plainBlocks(page, isFurniture), page.title)
}

function guessed(source: readonly PageBlock[], title: string): Choice {
  return { blocks: trimEdges(keepText(source, title)), source }
}

/** The body that the page marks or describes, and whether it can be trusted to be all of it. */
function toldBlocks(page: PageParts): Choice & { readonly isWhole: boolean } {
  const inMarked = markedBlocks(page)
  const marked = keepText(inMarked, page.title)
  const body = page.described?.isPaywalled === true ? undefined : page.described?.body
  if (lengthOf(marked) >= Math.max(TEASER_LENGTH, MARKED_SHARE * (body?.length ?? 0))) {
    return { blocks: marked, source: inMarked, isWhole: true }
  }
  if (body === undefined) return { blocks: marked, source: inMarked, isWhole: false }
  const inDescribed = describedBlocks(page, body)
  const described = keepText(inDescribed, page.title)
  if (lengthOf(described) < lengthOf(marked)) return { blocks: marked, source: inMarked, isWhole: false }
  const isCut = /(?:…|\.{3}|\])$/.test(described.at(-1)?.text ?? '')
  return { blocks: described, source: inDescribed, isWhole: lengthOf(described) >= WHOLE_LENGTH && !isCut }
}

function lengthOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

function lettersOf(blocks: readonly PageBlock[]): string {
  return blocks.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}

function isLongerSame(blocks: readonly PageBlock[], others: readonly PageBlock[]): boolean {
  if (lengthOf(blocks) <= lengthOf(others)) return false
  return lettersOf(blocks).includes(lettersOf(others).slice(0, SAME_START_LETTERS))
}

function markedBlocks({ marked }: PageParts): readonly PageBlock[] {
  return (marked?.bodies ?? []).flatMap((body) => readBlocks(body, furnitureOf(body)))
}

function describedBlocks({ tree }: PageParts, body: string): readonly PageBlock[] {
  const shown = readBlocks(tree).map(({ text }) => text)
  return breakLikePage(paragraphsOf(body), shown).map((text) => ({
    text,
    tag: 'p',
    isEmphasised: false,
    isLink: false,
  }))
}

function readableBlocks(tree: PageTree, isFurniture: FurnitureTest): readonly PageBlock[] {
  const article = readArticle(tree, isFurniture)
  return article === undefined ? [] : readBlocks(article, furnitureOf(article))
}

/** Where nothing else helps: the paragraphs of the page's `<article>`, `<main>` or all of it. */
function plainBlocks({ tree, elements }: PageParts, isFurniture: FurnitureTest): readonly PageBlock[] {
  const root = ['article', 'main'].map((name) => elements.find((element) => element.name === name))
  const blocks = readBlocks(root.find((element) => element !== undefined) ?? tree, isFurniture)
  return blocks.filter(({ tag, text }) => tag === 'p' || text.length >= 2 * SENTENCE_LENGTH)
}

/** The blocks that say something: no furniture by its words, no title again, nothing twice, no title without a text after. */
function keepText(blocks: readonly PageBlock[], title: string): readonly PageBlock[] {
  const seen = new Set([title])
  const kept = blocks.filter(({ text, isLink }) => {
    // A paragraph that is one link leads to another article, unless it is a whole sentence.
    if (noiseOfLine(text) !== undefined || (isLink && !text.endsWith('.')) || seen.has(text)) return false
    if (text.length >= SENTENCE_LENGTH) seen.add(text)
    return true
  })
  const end = kept.findLastIndex(({ tag }) => !/^h[1-6]$/.test(tag))
  return kept.slice(0, end + 1).flatMap((block) => breakSeams(block.text).map((text) => ({ ...block, text })))
}

function isProse({ text }: PageBlock): boolean {
  return text.length > SCRAP_LENGTH || /[.!?…»"”)]$/.test(text)
}

/** A guessed article without the scraps before its first sentence and after its last: `Alerte info`, `Notre dossier`. */
function trimEdges(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const start = blocks.findIndex(isProse)
  return start < 0 ? [] : blocks.slice(start, blocks.findLastIndex(isProse) + 1)
}

/** Lines before and after a text that may be its signature. */
const LINES_AROUND = 3

/** The lines just before the first paragraph and just after the last one, which are no text. */
function linesAround(blocks: readonly PageBlock[], source: readonly PageBlock[]): readonly string[] {
  const placeOf = (block: PageBlock | undefined): number =>
    source.findIndex(({ text }) => block !== undefined && text.includes(block.text))
  const [first, last] = [placeOf(blocks[0]), placeOf(blocks.at(-1))]
  const before = source.slice(Math.max(0, first - LINES_AROUND), Math.max(0, first))
  const after = source.slice(last + 1, last + 1 + LINES_AROUND)
  // Before a text a bare agency is that of the picture above it.
  return [...before.filter(({ text }) => /avec|[/(]|^source/i.test(text)), ...after].map(({ text }) => text)
}

/**
 * Signatures with an agency stand on the first or last lines of a text or just outside them, open its first paragraph or
 * close its last one.
 */
function closeBody(blocks: readonly PageBlock[], source: readonly PageBlock[]): PageBody {
  const credits = blocks.map(({ text }, index) =>
    index < 2 || index >= blocks.length - 3 ? agencyCredit(text) : undefined,
  )
  const outside = linesAround(blocks, source).map((line) => agencyCredit(line))
  const signed = blocks.filter((_block, index) => credits[index] === undefined)
  const opening = splitDateline(signed[0]?.text ?? '')
  const kept = signed.map((block, index) => (index === 0 ? { ...block, text: opening.text } : block))
  const last = kept.at(-1)
  const closing = splitClosingCredit(last?.text ?? '')
  const byline = [...outside, ...credits].findLast((credit) => credit !== undefined) ?? {}
  const agency = closing.agency ?? opening.agency
  return {
    blocks: last === undefined ? [] : [...kept.slice(0, -1), { ...last, text: closing.text }],
    byline: agency === undefined ? byline : { agency, ...byline },
  }
}
