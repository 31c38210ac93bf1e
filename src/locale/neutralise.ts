// Takes out of other people's words what would steer a terminal or turn a text round. Leaves every letter.

/** Whole sequences that steer a terminal: CSI and OSC, ECMA-48, 5.4 and 8.3.89. */
const STEERING =
  // oxlint-disable-next-line no-control-regex -- these are what we look for
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C]{0,500}(?:\u0007|\u001B\\|\u009C)/gu

/**
 * What is left of C0 and C1, the marks that turn the direction of a text, and what has no width: between two letters it
 * hides a word from whoever looks for it. Line ends stay, and so do the joiners of emoji and of Persian.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Bidi_Control}\u00AD\u180E\u200B\u2060-\u2064\uFEFF]/gu

/** Plain text whose only control character is the line end. */
export function neutralise(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(STEERING, '')
    .replaceAll(INVISIBLE, '')
}
