// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -10.1262

export const WEIGHTS = [
  ['subjects', 5.2204],
  ['titleInText', 2.5145],
  ['bothTitlesInText', 2.8839],
  ['titles', 2.043],
  ['wholes', 5.8481],
  ['names', 1.4674],
  ['headNames', 1.2851],
  ['rarestWord', 0.1911],
  ['rarestTitleWord', 0.0728],
  ['sameDay', 1.2507],
  ['titleNamesMissing', -0.0704],
  ['titleNamesMissingInBoth', -0.7964],
  ['bothTitlesName', 0.5019],
  ['length', -0.29],
  ['daysBetween', -0.05],
] as const
