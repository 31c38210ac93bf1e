// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -10.7434

export const WEIGHTS = [
  ['subjects', 5.6076],
  ['titleInText', 4.9848],
  ['bothTitlesInText', 4.2948],
  ['titles', 2.2423],
  ['wholes', 4.7852],
  ['names', 1.7239],
  ['headNames', 1.0642],
  ['rarestWord', 0.0],
  ['rarestTitleWord', 0.0177],
  ['sameDay', 1.3021],
  ['titleNamesMissing', -0.052],
  ['titleNamesMissingInBoth', -0.665],
  ['bothTitlesName', 0.6077],
  ['length', -0.1646],
  ['daysBetween', -0.05],
] as const
