// What Discord bears. Only numbers, each with its source; characters are UTF-16 units, which count at least as much.

export const DISCORD_LIMITS = {
  /** Characters of a message; resources/message, create-message. */
  contentCharacters: 2000,
  /** Rows of buttons under a message, and buttons in a row; components/reference, action-row. */
  buttonRows: 5,
  rowButtons: 5,
  /** components/reference, button. */
  labelCharacters: 80,
  /** Of buttons and forms; components/reference, custom-id. */
  customIdCharacters: 100,
  /** resources/message, create-message: `nonce`. */
  nonceCharacters: 25,
  /** Of a thread; resources/channel. */
  threadNameCharacters: 100,
  /** Of a form; interactions/receiving-and-responding, modal. */
  modalTitleCharacters: 45,
  modalFields: 5,
  /** components/reference: label and its description, text input, select. */
  fieldLabelCharacters: 45,
  fieldHintCharacters: 100,
  inputCharacters: 4000,
  placeholderCharacters: 100,
  selectChoices: 25,
  choiceCharacters: 100,
  /** Offered while typing, names and values alike; interactions/application-commands, autocomplete. */
  suggestions: 25,
  suggestionCharacters: 100,
  /** Of a command, an action, an option; interactions/application-commands. */
  descriptionCharacters: 100,
  /** resources/message, attachment object and create-message. */
  attachments: 10,
  alternativeCharacters: 1024,
  /** Messages in one answer of the history; resources/message, get-channel-messages. */
  historyMessages: 100,
} as const

/** Do not show what stands behind links; resources/message, message flags. */
export const SUPPRESS_EMBEDS = 1 << 2

/** Shown to one person alone; resources/message, message flags. */
export const EPHEMERAL = 1 << 6

/** On every body: nothing that we send calls anybody, whatever stands in it. */
export const NOBODY = { parse: [] } as const

/** First millisecond of Discord's ids; reference, snowflakes. */
export const DISCORD_EPOCH = 1_420_070_400_000
