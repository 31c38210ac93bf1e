// The marks of Discord's Markdown within a line, as its client's expressions have them. Knows no block.

/** What one reading gathers on its way. */
export interface Reading {
  readonly links: string[]
  readonly maskedLinks: { readonly label: string; readonly address: string }[]
  readonly mentions: string[]
  readonly spoilers: string[]
  readonly marks: string[]
  readonly names: Pick<ReadonlyMap<string, string>, 'get'>
  readonly timeZone: string
  /** True within the words of a masked link: no link in a link. */
  isInLink: boolean
  readonly render: (text: string, depth: number, isQuoted: boolean) => string
}

export interface InlineStep {
  readonly length: number
  readonly text: string
}

type Rule = (reading: Reading, rest: string, inner: (text: string) => string) => InlineStep | undefined

/** The first rule that fits at the very start of `rest`. */
export function applyInline(
  reading: Reading,
  rest: string,
  depth: number,
  isQuoted: boolean,
): InlineStep | undefined {
  const inner = (text: string): string => reading.render(text, depth + 1, isQuoted)
  for (const rule of RULES[rest.charAt(0)] ?? []) {
    const step = rule(reading, rest, inner)
    if (step !== undefined) return step
  }
  return undefined
}

const escape: Rule = (_reading, rest) => {
  const found = /^\\([^0-9A-Za-z\s])/.exec(rest)
  return found === null ? undefined : { length: found[0].length, text: found[1] ?? '' }
}

const codeBlock: Rule = (reading, rest) => {
  const found = /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i.exec(rest)
  if (found === null) return undefined
  reading.marks.push('code-block')
  return { length: found[0].length, text: found[2] ?? '' }
}

const code: Rule = (reading, rest) => {
  const found = /^(`+)([\s\S]*?[^`])\1(?!`)/.exec(rest)
  if (found === null) return undefined
  reading.marks.push('code')
  return { length: found[0].length, text: (found[2] ?? '').replace(/^ (?=\s*`)|(`\s*) $/g, '$1') }
}

/** Of several readings of the same mark the longest holds. */
const emphasis =
  (candidates: readonly (readonly [string, RegExp])[]): Rule =>
  (reading, rest, inner) => {
    const fits = candidates
      .map(([mark, pattern]) => ({ mark, found: pattern.exec(rest) }))
      .filter(({ found }) => found !== null)
      .toSorted((one, other) => (other.found?.[0].length ?? 0) - (one.found?.[0].length ?? 0))
    const best = fits[0]
    if (best?.found === undefined || best.found === null) return undefined
    reading.marks.push(best.mark)
    return { length: best.found[0].length, text: inner(best.found[1] ?? '') }
  }

const stars = emphasis([
  ['emphasis', /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['strong', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
])
const lowLines = emphasis([
  ['emphasis', /^_((?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/u],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
])
const struck = emphasis([['strike', /^~~([\s\S]+?)~~(?!_)/]])

const spoiler: Rule = (reading, rest, inner) => {
  const found = /^\|\|([\s\S]+?)\|\|/.exec(rest)
  if (found === null) return undefined
  reading.marks.push('spoiler')
  const text = inner(found[1] ?? '')
  reading.spoilers.push(text)
  return { length: found[0].length, text }
}

/** A bare address ends before closing punctuation, and before a bracket that it did not open. */
const bareAddress: Rule = (reading, rest) => {
  const found = /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/.exec(rest)
  if (found === null || reading.isInLink) return undefined
  let address = found[0]
  while (address.endsWith(')') && count(address, ')') > count(address, '(')) address = address.slice(0, -1)
  return follow(reading, address, address.length)
}

const count = (text: string, character: string): number => text.split(character).length - 1

function follow(reading: Reading, address: string, length: number): InlineStep {
  reading.links.push(address)
  reading.marks.push('link')
  return { length, text: address }
}

/** `<https://…>`, `<mailto:…>`, `<a@b.fr>` and `<+33…>`. */
const bracketedAddress: Rule = (reading, rest) => {
  const found =
    /^<((?:https?|steam|discord):\/\/[^\s<>]+|(?:mailto|tel|sms):[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+|\+\d[\d ()-]{5,})>/.exec(
      rest,
    )
  return found === null || reading.isInLink ? undefined : follow(reading, found[1] ?? '', found[0].length)
}

/** `[words](address)`; words that hold an address themselves, or nothing visible, make no link. */
const maskedLink: Rule = (reading, rest, inner) => {
  const found =
    /^\[((?:\\[\s\S]|\[[^\]]*\]|[^[\]\\])+)\]\(\s*<?((?:https?|discord):\/\/(?:\([^\s)]*\)|[^\s<>)])+)>?(?:\s+(?:'[^']*'|"[^"]*"|\([^)]*\)))?\s*\)/.exec(
      rest,
    )
  const words = found?.[1] ?? ''
  if (found === null || reading.isInLink || /https?:\/\//.test(words) || words.trim() === '') return undefined
  reading.marks.push('link')
  const address = found[2] ?? ''
  reading.links.push(address)
  reading.isInLink = true
  const label = inner(words)
  reading.isInLink = false
  reading.maskedLinks.push({ label, address })
  return { length: found[0].length, text: label }
}

const mention: Rule = (reading, rest) => {
  const found =
    /^(?:@(everyone|here)|<@!?(\d{1,20})>|<@&(\d{1,20})>|<#(\d{1,20})>|<(\/[-\w\p{L} ]{1,100}):\d{1,20}>|<id:([\w-]+)>)/u.exec(
      rest,
    )
  if (found === null) return undefined
  const [whole, everyone, user, role, channel, command, place] = found
  const named = (id: string): string => reading.names.get(id) ?? id
  const text =
    command ??
    (everyone !== undefined
      ? `@${everyone}`
      : channel !== undefined
        ? `#${named(channel)}`
        : place !== undefined
          ? `#${place}`
          : `@${named(user ?? role ?? '')}`)
  reading.mentions.push(text)
  reading.marks.push('mention')
  return { length: whole.length, text }
}

const emoji: Rule = (reading, rest) => {
  const found = /^<a?:(\w{2,32}):\d{1,20}>/.exec(rest)
  if (found === null) return undefined
  reading.marks.push('emoji')
  return { length: found[0].length, text: `:${found[1] ?? ''}:` }
}

/** Style of `<t:…:S>` as the client words it; `R` tells a distance, shown here as the moment itself. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  R: { dateStyle: 'long', timeStyle: 'short' },
}

const timestamp: Rule = (reading, rest) => {
  const found = /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/.exec(rest)
  const moment = new Date(Number(found?.[1] ?? Number.NaN) * 1000)
  if (found === null || Number.isNaN(moment.getTime())) return undefined
  reading.marks.push('timestamp')
  const style = STYLES[found[2] ?? 'f'] ?? {}
  const text = new Intl.DateTimeFormat('fr-FR', { ...style, timeZone: reading.timeZone }).format(moment)
  return { length: found[0].length, text }
}

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  '\\': [escape],
  '`': [codeBlock, code],
  '*': [stars],
  _: [lowLines],
  '~': [struck],
  '|': [spoiler],
  h: [bareAddress],
  s: [bareAddress],
  d: [bareAddress],
  '<': [bracketedAddress, mention, timestamp, emoji],
  '[': [maskedLink],
  '@': [mention],
}
