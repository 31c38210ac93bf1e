// Lists as PostgreSQL reads an array, in one parameter: the driver makes one of any list, but slowly. Asks nothing.

export const arrayOfNumbers = (numbers: readonly number[]): string => `{${numbers.join(',')}}`

export const arrayOfTexts = (texts: readonly string[]): string => `{${texts.map(quoted).join(',')}}`

const quoted = (text: string): string =>
  `"${/["\\]/u.test(text) ? text.replaceAll(/["\\]/gu, String.raw`\$&`) : text}"`
