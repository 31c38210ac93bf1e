// The bot's own page, its App Home, out of our blocks. Publishes nothing.
import type { types } from '@slack/bolt'
import type { Block } from '../../core/message.ts'
import { HOME_CUT } from '../../locale/slack.ts'
import { SLACK_LIMITS } from './limits.ts'
import { plainText, type SlackBlock } from './render-block.ts'
import { unitsOf } from './render.ts'
import { weightOf } from './rich-text.ts'

/** A page cannot go on elsewhere: what is too much for it is left out, and said. */
export function renderHome(blocks: readonly Block[]): types.HomeView {
  const shown: SlackBlock[] = []
  let [isCut, weight] = [false, 0]
  for (const unit of unitsOf(blocks, 'one')) {
    weight += weightOf(unit)
    isCut ||= shown.length + unit.length >= SLACK_LIMITS.viewBlocks || weight > SLACK_LIMITS.homeCharacters
    if (!isCut) shown.push(...unit)
  }
  if (isCut) shown.push({ type: 'context', elements: [plainText(HOME_CUT)] })
  return { type: 'home', blocks: shown }
}
