// JSON of strangers, read when it is no monster. Never throws, never knows what the values mean.

/** Objects and lists of one text. A feed of a thousand items has twenty thousand; five million take all our memory. */
const VALUE_LIMIT = 500_000

/** Whether a text holds more objects and lists than anybody writes. Those inside strings count as well. */
export function isMonstrous(text: string): boolean {
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code === 0x5b || code === 0x7b) && ++values > VALUE_LIMIT) return true
  }
  return false
}

/** The value in a text; undefined for what is no JSON, or a monster. */
export function readBoundedJson(text: string): unknown {
  if (isMonstrous(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
