// Which straight quotation marks open and which close. Reads only `"`; never looks at « » or “ ”.

export type QuoteRole = 'opens' | 'closes'

const BLANK_OR_OPENER = /[\s([{«“'’:–—-]/u
const BLANK_OR_CLOSER = /[\s,.;:!?…)\]}»”]/u

/**
 * The role of each `"`, by its offset. Blanks around the mark decide; where they say nothing
 * (`fin."Le`) it is the opposite of the mark before it on the same line, so that one lost mark
 * is forgotten at the next clear one.
 */
export function straightQuotes(text: string): ReadonlyMap<number, QuoteRole> {
  if (!text.includes('"')) return NO_ROLES
  const roles = new Map<number, QuoteRole>()
  let isOpen = false
  let lineEnd = text.indexOf('\n')
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    while (lineEnd >= 0 && lineEnd < at) {
      isOpen = false
      lineEnd = text.indexOf('\n', at)
    }
    const isFreeBefore = at === 0 || BLANK_OR_OPENER.test(text.charAt(at - 1))
    const isFreeAfter = at + 1 === text.length || BLANK_OR_CLOSER.test(text.charAt(at + 1))
    const opens: boolean = isFreeBefore === isFreeAfter ? !isOpen : isFreeBefore
    roles.set(at, opens ? 'opens' : 'closes')
    isOpen = opens
  }
  return roles
}

const NO_ROLES: ReadonlyMap<number, QuoteRole> = new Map()
