// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -10.6505

export const WEIGHTS = [
  ['subjects', 5.2801],
  ['titleInText', 4.5887],
  ['bothTitlesInText', 3.5931],
  ['titles', 2.2422],
  ['wholes', 4.6625],
  ['names', 1.5924],
  ['headNames', 1.3809],
  ['rarestWord', 0.0000],
  ['rarestTitleWord', 0.0000],
  ['sameDay', 1.2498],
  ['titleNamesMissing', -0.0885],
  ['titleNamesMissingInBoth', -0.7632],
  ['bothTitlesName', 0.6888],
  ['length', -0.1141],
  ['daysBetween', -0.0500],
] as const
