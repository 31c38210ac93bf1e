// Names of several people, and what nobody asks in earnest. Scores nothing.
import type { HostileCase, WhichCase } from './case.ts'
import type { PersonKey } from './people.ts'

const WHICH_ROWS: readonly (readonly [string, readonly PersonKey[], string, string])[] = [
  ['Qui a rencontré Dupré ?', ['paulDupre', 'sophieDupre'], 'surname of two', 'a minister and a mayor'],
  ['dupré a vu qui', ['paulDupre', 'sophieDupre'], 'surname of two', 'spoken order, no capital'],
  [
    'où dupre a-t-il rencontré marchadier',
    ['paulDupre', 'sophieDupre'],
    'surname of two',
    'both were with the prefect; «il» is what is typed without thinking',
  ],
  ['Qui est Dupré ?', ['paulDupre', 'sophieDupre'], 'surname of two', 'no meeting is asked'],
  [
    'que dit Dupré sur les policiers ?',
    ['paulDupre', 'sophieDupre'],
    'surname of two',
    'only one of them speaks of it, and yet it must be asked',
  ],
  ['Qui est Vasseur ?', ['vasseur', 'tonyVasseur'], 'surname of two', 'a Prime Minister and a goalkeeper'],
]

export const WHICH: readonly WhichCase[] = WHICH_ROWS.map(([question, names, phenomenon, why]) => {
  return { kind: 'which', question, names, phenomenon, why }
})

const LONG = `qui a rencontré ${'le très estimé et toujours souriant '.repeat(115)}ministre`

const HOSTILE_ROWS: readonly (readonly ['nothing' | 'any', string, string, string])[] = [
  ['nothing', '', 'empty', 'not a sign'],
  ['nothing', '   \n\t ', 'empty', 'white space of several kinds'],
  ['nothing', '?!… « » — ;;; ***', 'punctuation', 'not a letter'],
  ['nothing', '🤷🤷‍♀️🤷‍♂️', 'punctuation', 'emoji with joiners'],
  ['nothing', 'Who did the moon marry yesterday evening?', 'English', 'nothing of it is in any article'],
  ['any', '"Solheim" NEAR/3 Aubrac OR *', 'search syntax', 'operators of the search engine'],
  [
    'any',
    "qui a rencontré Solheim'; DROP TABLE articles; --",
    'search syntax',
    'an injection behind a real question',
  ],
  ['any', 'text:solheim^10 AND (aubrac OR "', 'search syntax', 'a column, a weight, an open quotation'],
  ['any', LONG, 'length', '4,000 characters'],
  ['nothing', 'qui '.repeat(1000), 'length', 'one question word, a thousand times'],
  ['nothing', `${'('.repeat(2000)}${'a-t-il '.repeat(280)}`, 'length', 'brackets and hanging pronouns'],
  [
    'any',
    'qui a rencontré\u0000 solheim\u202e ?',
    'odd characters',
    'a null and a turn of the writing direction',
  ],
  ['any', 'ＱＵＩ a rencontré Ｓｏｌｈｅｉｍ', 'odd characters', 'full-width letters'],
  ['nothing', 'qui', 'nothing asked', 'a question word alone'],
  ['nothing', 'et alors ?', 'nothing asked', 'stop words alone'],
]

export const HOSTILE: readonly HostileCase[] = HOSTILE_ROWS.map(([accepts, question, phenomenon, why]) => {
  return { kind: 'hostile', accepts, question, phenomenon, why }
})
