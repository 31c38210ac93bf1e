// What a person sees and what a message sets off, gathered piece by piece. Reads no markup.

export interface Visible {
  /** The words on the screen: marks taken away, entities resolved, blocks and lines apart by a line break. */
  readonly text: string
  /** Addresses that can be followed, in order, each once. */
  readonly links: readonly string[]
  /** Links that show other words than their address. */
  readonly labelledLinks: readonly { readonly label: string; readonly address: string }[]
  /** What comes alive: `@U…` people, `@S…` groups, `@here`, `@channel`, `@everyone`, and `#C…` channels. */
  readonly pings: readonly string[]
  /** bold, italic, strike, underline, code, preformatted, quote, list, emoji, date; each once. */
  readonly formatting: readonly string[]
  /** Pictures that are fetched: addresses. */
  readonly images: readonly string[]
  /** Characters that show nothing or turn the text around, such as `U+202E`; each once. */
  readonly hidden: readonly string[]
}

export interface Sight {
  say(text: string): void
  endLine(): void
  link(address: string, label: string): void
  ping(who: string): void
  mark(formatting: string): void
  picture(address: string): void
  result(): Visible
}

export function createSight(): Sight {
  let text = ''
  const links = new Set<string>()
  const labelledLinks: { readonly label: string; readonly address: string }[] = []
  const pings = new Set<string>()
  const formatting = new Set<string>()
  const images = new Set<string>()
  return {
    say: (words) => {
      text += words
    },
    endLine: () => {
      if (text !== '' && !text.endsWith('\n')) text += '\n'
    },
    link: (address, label) => {
      links.add(address)
      if (label !== address) labelledLinks.push({ label, address })
    },
    ping: (who) => {
      pings.add(who)
    },
    mark: (kind) => {
      formatting.add(kind)
    },
    picture: (address) => {
      images.add(address)
    },
    result: () => ({
      text: text.trimEnd(),
      links: [...links],
      labelledLinks,
      pings: [...pings],
      formatting: [...formatting],
      images: [...images],
      hidden: hiddenCharacters(text),
    }),
  }
}

/** Controls, marks of direction, zero widths, fillers; what only shapes an emoji before it is no secret. */
const HIDDEN =
  /(?!\n)(?!(?<=\p{Extended_Pictographic}\uFE0F?)[\uFE0F\u200D])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu

function hiddenCharacters(text: string): readonly string[] {
  const found = text.match(HIDDEN) ?? []
  const names = found.map((character) => {
    const code = character.codePointAt(0) ?? 0
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  })
  return [...new Set(names)]
}
