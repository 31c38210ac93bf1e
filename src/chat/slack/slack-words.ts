// Words as Slack sends them, with its own marks, read as people typed them. Writes none.

/** `<@U123|alice>`, `<#C123|general>`, `<!here>`, `<https://exemple.fr|exemple.fr>`: docs.slack.dev, formatting. */
const MARK = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu

/** Mentions are taken out, addresses stay whole, channels keep their name. */
export function readWords(text: string): string {
  return unescaped(
    text.replaceAll(MARK, (_mark, sign: string, target: string, label: string | undefined) => {
      if (sign === '#') return label === undefined || label === '' ? '' : `#${label}`
      return sign === '' ? target.replace(/^mailto:/u, '') : ''
    }),
  )
    .replaceAll(/[ \t\u00A0]+/gu, ' ')
    .trim()
}

/** The id of the first person or channel named; the words themselves when Slack marked none. */
export function readId(text: string, sign: '@' | '#'): string {
  const found = [...text.matchAll(MARK)].find((mark) => mark[1] === sign)
  return found?.[2] ?? readWords(text)
}

/** The words of a text that Slack sent or takes: it escapes these three and no other. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
