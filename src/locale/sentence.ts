// French sentences written with ordinary spaces in the code, shown with those that French wants. Never reads articles.

/** Before « : » and between a number and its unit or noun. */
export const NO_BREAK_SPACE = '\u00A0'

/** Before « ; », « ? », « ! » and inside guillemets. */
export const NARROW_SPACE = '\u202F'

/**
 * A sentence with its no-break spaces, for a template: french`Le flux « ${title} » répond en ${seconds} s.`
 * Only our own words are touched, never the values: an address or a name stays as it was given.
 */
export function french(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words
    .map((part, index) => `${valueBefore(values, index)}${spaced(part, values[index - 1])}`)
    .join('')
}

/** «a», «a et b», «a, b et c». */
export function enumerate(names: readonly string[], last = 'et'): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}

/** With a capital, to begin a line or a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}

function valueBefore(values: readonly (string | number)[], index: number): string {
  const value = values[index - 1]
  return value === undefined ? '' : String(value)
}

function spaced(part: string, before: string | number | undefined): string {
  const glued = typeof before === 'number' ? part.replace(/^ /, NO_BREAK_SPACE) : part
  return glued
    .replaceAll('« ', `«${NARROW_SPACE}`)
    .replaceAll(/ ([»;?!])/g, `${NARROW_SPACE}$1`)
    .replaceAll(' :', `${NO_BREAK_SPACE}:`)
}

/** «d’Odile», «de Paul»; an h may be either, and is taken for a consonant. */
export function ofName(name: string): string {
  return /^[aeiouyàâäéèêëîïôöùûüœæ]/iu.test(name) ? `d’${name}` : `de ${name}`
}
