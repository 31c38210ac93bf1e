// What is wrong with a filter that somebody typed, in French. Reads no filter, and loads nothing that does.
import type { FilterMistake } from '../core/filter-line.ts'
import type { PatternProblem } from '../core/pattern.ts'
import { shorten } from './blocks.ts'
import { french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'

/** Whole sentences: what is wrong, where, and how to write it. */
export function explainFilterMistake(mistake: FilterMistake): string {
  return tell(SENTENCES, mistake)
}

/** Characters told of what somebody typed. */
const LONGEST_GIVEN = 60
const said = (given: string): string => french`« ${shorten(given, LONGEST_GIVEN)} »`

const SENTENCES: SentenceTable<FilterMistake> = {
  'line-empty': () => french`Le filtre est vide. Écrivez par exemple « retraites SAUF sport ».`,
  'line-long': ({ most }) => french`Le filtre est trop long : ${most} caractères au plus.`,
  'conditions-many': ({ most }) => french`Le filtre a trop de conditions : ${most} au plus.`,
  deep: ({ most }) => french`Trop de parenthèses sont emboîtées : ${most} niveaux au plus.`,
  'parenthesis-missing': ({ after }) => `Il manque une parenthèse fermante après ${said(after)}.`,
  'parenthesis-extra': ({ after }) =>
    after === ''
      ? 'Le filtre commence par une parenthèse fermante.'
      : `La parenthèse fermante après ${said(after)} n’a pas été ouverte.`,
  'quote-open': ({ given }) => `Le guillemet qui ouvre ${said(given)} n’est pas refermé.`,
  'pattern-open': ({ given }) =>
    french`Il manque une barre oblique à la fin de l’expression ${said(given)}. Pour chercher une barre oblique, écrivez « \\/ ».`,
  comma: ({ after }) =>
    french`Après ${said(after)}, une virgule ne dit pas si l’un des mots suffit. Écrivez OU pour l’un des deux, ET pour les deux.`,
  sign: ({ given }) =>
    french`Le signe ${said(given)} ne veut rien dire ici. Reliez les mots par ET, OU ou SAUF, ou mettez le passage entre guillemets.`,
  star: ({ given }) =>
    french`L’astérisque de ${said(given)} est inutile pour les pluriels et les accords. Pour tous les mots qui commencent ainsi, écrivez ${said(`/\\b${given.replaceAll(/[^\p{L}\p{N}]+/gu, '')}/`)}.`,
  'prefix-unknown': ({ given, closest }) =>
    closest === undefined
      ? french`${said(`${given}:`)} n’est pas connu. Devant un deux-points, écrivez titre, personne, lieu, éditeur, rubrique, flux ou langue.`
      : french`${said(`${given}:`)} n’est pas connu ; vouliez-vous dire « ${closest}: » ?`,
  'nothing-behind': ({ given }) => `Il manque un mot après ${said(given)}.`,
  'nothing-before': ({ given }) => `Il manque un mot avant ${said(given)}.`,
  'says-nothing': ({ given }) =>
    french`${said(given)} ne trie rien : ces mots figurent dans presque tous les articles.`,
  'language-unknown': ({ given, closest }) =>
    closest === undefined
      ? french`La langue ${said(given)} n’est pas reconnue. Écrivez fr, en, de, nl, es, it, pt, ca, ro ou « étrangère ».`
      : french`La langue ${said(given)} n’est pas reconnue ; vouliez-vous dire « ${closest} » ?`,
  'pattern-wrong': ({ given, problem }) =>
    french`L’expression ${said(`/${given}/`)} ne se lit pas : ${PROBLEMS[problem]}`,
  'pattern-as-name': ({ given }) =>
    `L’expression ${said(`/${given}/`)} ne peut pas servir de nom. Écrivez un nom, ou l’expression seule.`,
}

const PROBLEMS: Readonly<Record<PatternProblem, string>> = {
  'parenthesis-open': 'une parenthèse n’est pas fermée.',
  'parenthesis-closed': 'une parenthèse fermante n’a pas été ouverte.',
  'bracket-open': 'un crochet n’est pas fermé.',
  range: 'un intervalle entre crochets est à l’envers ou inconnu.',
  'look-around': french`les conditions « (?=…) », « (?!…) » et « (?<…) » ne sont pas admises. Écrivez plutôt deux conditions reliées par ET ou SAUF.`,
  'back-reference': french`un renvoi comme « \\1 » n’est pas admis.`,
  'repeat-what': french`un signe « * », « + » ou « ? » ne suit rien, ou en suit un autre.`,
  'repeat-count': 'une répétition entre accolades est à l’envers ou dépasse 1\u202F000.',
  escape: 'une barre oblique inverse est suivie d’un signe inconnu.',
  'too-large': 'elle est trop longue ou répète trop de fois.',
  empty: 'elle est vide.',
  other: 'elle n’est pas admise.',
}
