// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -11.3423

export const WEIGHTS = [
  ['subjects', 5.5145],
  ['titleInText', 5.3369],
  ['bothTitlesInText', 4.1841],
  ['titles', 0.7774],
  ['titleWordsShared', 0.8219],
  ['wholes', 4.7155],
  ['names', 1.7611],
  ['headNames', 1.1061],
  ['rarestWord', 0.0],
  ['rarestTitleWord', 0.0288],
  ['sameDay', 1.2542],
  ['titleNamesMissing', -0.0217],
  ['titleNamesMissingInBoth', -0.6529],
  ['bothTitlesName', 0.6105],
  ['length', -0.0994],
  ['daysBetween', -0.05],
] as const
