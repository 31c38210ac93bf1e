// Takes out of other people's words what would steer a terminal or turn a text round. Leaves every letter.

/** Whole sequences that steer a terminal: CSI and OSC, ECMA-48, 5.4 and 8.3.89. */
const STEERING =
  // oxlint-disable-next-line no-control-regex -- these are what we look for
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C]{0,500}(?:\u0007|\u001B\\|\u009C)/gu

/**
 * What is left of C0 and C1, and whatever has no looks of its own: it turns the direction of a text, hides a word from
 * whoever looks for it, or carries another text that nobody sees. Line ends stay, and so do the joiners of emoji and of
 * Persian, the variants of characters, and the few tags that make the flag of a region (Unicode TS 51, annex C).
 */
const INVISIBLE =
  /(?!\n|\p{Join_Control}|\p{Variation_Selector}|(?<=\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6})[\u{E0020}-\u{E007F}])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

/** Plain text whose only control character is the line end. */
export function neutralise(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(STEERING, '')
    .replaceAll(INVISIBLE, '')
}
