// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -11.0008

export const WEIGHTS = [
  ['subjects', 5.5675],
  ['titleInText', 5.5073],
  ['bothTitlesInText', 4.3602],
  ['titles', 1.2177],
  ['titleWordsShared', 0.678],
  ['wholes', 4.8814],
  ['names', 1.5991],
  ['headNames', 1.1692],
  ['sameSection', -3.4974],
  ['sameDay', 1.264],
  ['titleNamesMissingInBoth', -0.5819],
  ['bothTitlesName', 0.6487],
  ['length', -0.1859],
  ['daysBetween', -0.05],
] as const
