// What each sign of one event weighs, learned by logistic regression from judged pairs of several months (ADR 9).
// Never edited by hand: `node bench/stories.ts --write` writes it.

export type Sign = (typeof WEIGHTS)[number][0]

export const BIAS = -9.8266

export const WEIGHTS = [
  ['subjects', 5.4607],
  ['titleInText', 3.4868],
  ['bothTitlesInText', 3.6881],
  ['titles', 2.0807],
  ['wholes', 5.0272],
  ['names', 1.7651],
  ['headNames', 1.1628],
  ['rarestWord', 0.0374],
  ['rarestTitleWord', 0.0743],
  ['sameDay', 1.3415],
  ['titleNamesMissing', -0.0474],
  ['titleNamesMissingInBoth', -0.756],
  ['bothTitlesName', 0.58],
  ['length', -0.2703],
  ['daysBetween', -0.05],
] as const
