// A message as pieces that Slack takes one by one: within every limit by construction, no word lost. Sends nothing.
import type { Block, MessageText } from '../../core/message.ts'
import { continuedSummary } from '../../locale/slack.ts'
import { escapeText, plainWords, shortened } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'
import { packed } from './pack.ts'
import { renderBlock, type SlackBlock } from './render-block.ts'
import { plainSpan, type Readers, weightOf } from './rich-text.ts'

/** What one call posts. */
export interface Piece {
  /** For notifications and screen readers; escaped. */
  readonly text: string
  /** Never empty. */
  readonly blocks: SlackBlock[]
}

/** At least one piece. A message without blocks shows its summary. */
export function renderMessage(
  { summary, blocks }: MessageText,
  readers: Readers = 'everybody',
): readonly Piece[] {
  const shown = unitsOf(blocks, readers)
  const summarised: Block = { kind: 'paragraph', spans: [plainSpan(plainWords(summary).trim() || '…')] }
  const pieces = pack(shown.length === 0 ? unitsOf([summarised], readers) : shown)
  return pieces.map((piece, index) => ({
    text: fallbackOf(summary, index + 1, pieces.length),
    blocks: piece,
  }))
}

/** Blocks that want to stay together, in order; none empty. */
export function unitsOf(blocks: readonly Block[], readers: Readers): readonly SlackBlock[][] {
  const units: SlackBlock[][] = []
  let isOpen = false
  for (const [position, block] of blocks.entries()) {
    const [first, ...more] = renderBlock(block, position, readers)
    if (first === undefined) continue
    const last = units.at(-1)
    // A title stays with what it announces, buttons with what they are about.
    if (last !== undefined && (isOpen || block.kind === 'buttons')) last.push(first)
    else units.push([first])
    units.push(...more.map((part) => [part]))
    isOpen = block.kind === 'heading'
  }
  return units
}

/** As few messages as the limits allow. A unit too heavy for a message of its own is taken apart. */
function pack(units: readonly SlackBlock[][]): readonly SlackBlock[][] {
  const { messageBlocks, blocksCharacters } = SLACK_LIMITS
  const weighed = units
    .map(weigh)
    .flatMap((one) => (one.weight <= blocksCharacters ? [one] : one.unit.map((block) => weigh([block]))))
  const parcels = packed(weighed, ({ unit, weight }) => [unit.length, weight], [
    messageBlocks,
    blocksCharacters,
  ])
  return parcels.map((parcel) => parcel.flatMap(({ unit }) => unit))
}

function weigh(unit: SlackBlock[]): { readonly unit: SlackBlock[]; readonly weight: number } {
  return { unit, weight: weightOf(unit) }
}

function fallbackOf(summary: string, part: number, parts: number): string {
  const words = shortened(plainWords(summary), SLACK_LIMITS.fallbackCharacters)
  return escapeText(part === 1 ? words || '…' : continuedSummary(words, part, parts))
}
