// Numbers written as one word, folded. Composes none: «vingt-cinq» is for its readers.

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['cent', 100],
  ['mille', 1000],
])
