// What Slack bears. Only numbers, each with its source.
import { MINUTE, type Instant } from '../../core/calendar.ts'

const SECOND: Instant = 1000

/** Characters are UTF-16 units, never fewer than the code points that Slack counts. */
export const SLACK_LIMITS = {
  /** docs.slack.dev, reference/block-kit/blocks. */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * All blocks of a message together, as JSON. Slack refuses at about 13,200 (slackapi/bolt-js#2509, undocumented), and
   * may count an accented letter as its escape: a tenth of a French text in accents still fits.
   */
  blocksCharacters: 10_000,
  /** Ours: all blocks of a Home as JSON, so that a view stays under the 250,000 octets of docs.slack.dev, views.publish. */
  homeCharacters: 40_000,
  /** One text, docs.slack.dev, reference/block-kit/composition-objects/text-object. */
  textCharacters: 3000,
  /** Ours: one block of rich text as JSON, so that a heading, a block and its buttons always fit together. */
  richTextCharacters: 4000,
  headerCharacters: 150,
  urlCharacters: 3000,
  buttonLabelCharacters: 75,
  actionsElements: 25,
  /** docs.slack.dev, reference/views/modal-views. */
  viewTitleCharacters: 24,
  privateMetadataCharacters: 3000,
  /** docs.slack.dev, reference/block-kit/composition-objects/option-object. */
  optionLabelCharacters: 75,
  optionValueCharacters: 150,
  optionGroupLabelCharacters: 75,
  selectOptions: 100,
  checkboxes: 10,
  inputLabelCharacters: 2000,
  inputTextCharacters: 3000,
  /** Ours: the words of a notification, of which telephones show some 150; escaped they stay under one text. */
  fallbackCharacters: 600,
  /** docs.slack.dev, files.getUploadURLExternal: alt_txt_too_large. */
  alternativeCharacters: 1000,
  /** docs.slack.dev, interactivity/handling-user-interaction. */
  responseUrlUses: 5,
} as const

/** docs.slack.dev, chat.postMessage: one message a second and channel, short bursts allowed. */
export const CHANNEL_SPACING: Instant = SECOND
/** «Short bursts»: how short, nobody says. */
export const CHANNEL_BURST = 3

/** docs.slack.dev, chat.postMessage: «several hundred messages per minute» over the workspace; the least of several. */
export const WORKSPACE_SPACING: Instant = MINUTE / 300
export const WORKSPACE_BURST = 20
/** Ours: posts under way at once. */
export const WORKSPACE_CONCURRENCY = 8

/** docs.slack.dev, rate limits, tier 3: «50+ per minute» for each of conversations.history, .replies and .open. */
export const TIER_3_SPACING: Instant = MINUTE / 50
/** «Sporadic bursts are welcome»: how large, nobody says. */
export const TIER_3_BURST = 20

/** Ours: a message that would wait longer is handed back to the ledger, which lends it for two minutes. */
export const LONGEST_TURN: Instant = 45 * SECOND

/** Ours: an answer takes well under a second; after this long the call may have landed or not. */
export const CALL_TIMEOUT: Instant = 20 * SECOND

/** How long a form, and a `trigger_id`, wait for us: 3 s (docs.slack.dev, modals), less the way there and back. */
export const ACKNOWLEDGE_WITHIN: Instant = 2 * SECOND

/** docs.slack.dev, conversations.history: 999 at most, no more than 200 recommended. */
export const LOOK_UP_PAGE = 200
