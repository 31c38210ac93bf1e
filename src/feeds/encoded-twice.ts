// UTF-8 that somebody took for windows-1252 and encoded again («Ã©tÃ©»), read back. Never guesses: what does not decode
// as a whole stays as written.

/** Each character of windows-1252 to its byte. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (character, byte) => [character, byte],
  ),
)

/** An accented letter encoded twice: Ã before what the second byte of a letter of Latin-1 looks like. */
const LETTER = /Ã[\u0080-\u00BFŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]/

/** What words stand between: tags and the quotes of JSON. Each stretch was encoded once or twice as a whole. */
const STRETCH = /[^<>"]+/g

/**
 * The text with its stretches that were encoded twice read back. Only a text with a letter that is certain is touched:
 * an article on such signs writes them beside true accents or guillemets, which do not decode.
 */
export function readEncodedTwice(text: string): { readonly text: string; readonly isMended: boolean } {
  if (!LETTER.test(text)) return { text, isMended: false }
  let isMended = false
  const mended = text.replaceAll(STRETCH, (stretch) => {
    const once = LETTER.test(stretch) ? decodeAgain(stretch) : undefined
    isMended ||= once !== undefined
    return once ?? stretch
  })
  if (!isMended) return { text, isMended }
  // Now that the fault is certain, its lone signs («â€™») are too.
  return { text: mended.replaceAll(STRETCH, (stretch) => decodeAgain(stretch) ?? stretch), isMended }
}

/** Undefined when a character is none of windows-1252, or the bytes are no UTF-8. */
function decodeAgain(stretch: string): string | undefined {
  if (!/[^\0-\x7F]/.test(stretch)) return undefined
  const bytes: number[] = []
  for (const character of stretch) {
    const byte = BYTES.get(character)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
