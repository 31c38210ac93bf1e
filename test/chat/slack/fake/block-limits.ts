// What Slack bears, as numbers with their source. Decides nothing.

/**
 * Characters are Unicode code points. Source: docs.slack.dev, reference/block-kit, and where it is silent Slack's own
 * `blocks.validate`, probed by nicklambourne/slackblocks (spec/limits.json, September 2026).
 */
export const LIMITS = {
  actionId: 255,
  blockId: 255,
  text: 3000,
  sectionText: 3000,
  sectionFields: 10,
  fieldText: 2000,
  headerText: 150,
  actionsElements: 25,
  contextElements: 10,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  url: 3000,
  optionText: 75,
  /** 75 in @slack/types 3.2, 150 in the documentation and in practice (slackapi/python-slack-sdk#1655). */
  optionValue: 150,
  optionDescription: 75,
  selectOptions: 100,
  groupLabel: 75,
  choices: 10,
  overflowOptions: 5,
  placeholder: 150,
  inputLabel: 2000,
  inputText: 3000,
  altText: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  listIndent: 8,
  messageBlocks: 50,
  viewBlocks: 100,
  viewTitle: 24,
  privateMetadata: 3000,
  callbackId: 255,
} as const

/**
 * All blocks of a message as JSON, in characters; beyond it `msg_blocks_too_long`. Undocumented: 13,200 was measured
 * with text alone (slackapi/bolt-js#2509), less with many containers (#2867); counting the JSON is the stricter reading.
 */
export const MESSAGE_BLOCKS_CHARACTERS = 13_200

/** The top-level text of a post, in characters (docs.slack.dev, chat.postMessage). */
export const POST_TEXT_CHARACTERS = 40_000

/** The top-level text of an update, in characters (docs.slack.dev, chat.update). */
export const UPDATE_TEXT_CHARACTERS = 4000

/** A view as JSON, in octets (docs.slack.dev, views.open: `view_too_large`). */
export const VIEW_OCTETS = 250_000

/** Message metadata as JSON, in octets (docs.slack.dev, message metadata: `metadata_too_large`). */
export const METADATA_OCTETS = 16_000

/** Views on top of one another (docs.slack.dev, modals). */
export const VIEW_STACK = 3

/** How long a `trigger_id` can be used, in milliseconds (docs.slack.dev, modals). */
export const TRIGGER_LIFE_MS = 3000

/** How often and how long a `response_url` can be used (docs.slack.dev, handling user interaction). */
export const RESPONSE_URL_USES = 5
export const RESPONSE_URL_LIFE_MS = 30 * 60_000

/** How long an app may take to acknowledge, in milliseconds (docs.slack.dev, Events API and interactivity). */
export const ACKNOWLEDGE_MS = 3000

/** When an event that was not acknowledged comes again, in milliseconds (docs.slack.dev, Events API, retries). */
export const RETRY_DELAYS_MS = [0, 60_000, 300_000] as const

/** WebSockets of one app at the same time (docs.slack.dev, Socket Mode). */
export const SOCKETS = 10
