// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -11.338

export const WEIGHTS = [
  ['subjects', 5.4945],
  ['titleInText', 5.3578],
  ['bothTitlesInText', 4.2455],
  ['titles', 0.9379],
  ['titleWordsShared', 0.8128],
  ['wholes', 4.695],
  ['names', 1.7622],
  ['headNames', 1.117],
  ['sameDay', 1.2485],
  ['titleNamesMissing', -0.0165],
  ['titleNamesMissingInBoth', -0.6418],
  ['bothTitlesName', 0.617],
  ['length', -0.0987],
  ['daysBetween', -0.05],
] as const
