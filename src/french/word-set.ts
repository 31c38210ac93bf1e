// A list of words, as the rules of meetings and of phrases keep them. Folds nothing.

/** The words of `list`, which blanks part; none of `''`. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.match(/\S+/gu))
