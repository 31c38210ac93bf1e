// The French sentence of every mistake in config/pressoir.yaml. Never reads the file.
import type { FilterMistake } from '../core/filter-line.ts'
import type { NameMistake } from '../core/filter-names.ts'
import type { RefusedOutline } from '../core/outline.ts'
import type { ValueMistake } from '../core/typed-values.ts'
import { withoutCredentials } from '../core/web-address.ts'
import { refusedLine } from './feed-lists.ts'
import { explainFilterMistake } from './filter-mistakes.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'

/** Kinds of values that a key may ask for. */
export type ExpectedValue = 'text' | 'texts' | 'number' | 'map' | 'maps'

/** One thing wrong in the file; `given` and `key` are as they were written there. */
export type Mistake =
  | ValueMistake
  | { readonly code: 'not-utf8' }
  | { readonly code: 'not-a-map' }
  | { readonly code: 'syntax'; readonly problem: SyntaxProblem }
  | { readonly code: 'key-unknown'; readonly key: string; readonly closest?: string | undefined }
  | { readonly code: 'key-missing'; readonly key: string }
  | { readonly code: 'key-twice'; readonly key: string }
  | { readonly code: 'value-kind'; readonly key: string; readonly expected: ExpectedValue }
  | { readonly code: 'value-empty'; readonly key: string }
  | {
      readonly code: 'choice'
      readonly key: string
      readonly given: string
      readonly choices: readonly string[]
    }
  | { readonly code: 'contact'; readonly given: string }
  | { readonly code: 'size'; readonly given: string }
  | { readonly code: 'address'; readonly given: string }
  /** A name and a password stand in it, which are left out of `given`. */
  | { readonly code: 'address-password'; readonly given: string }
  | { readonly code: 'public-address'; readonly given: string }
  | { readonly code: 'listening'; readonly given: string }
  | { readonly code: 'ports-same'; readonly port: number }
  | { readonly code: 'address-twice'; readonly given: string; readonly firstLine: number }
  | { readonly code: 'title-twice'; readonly given: string; readonly firstLine: number }
  | {
      readonly code: 'pack-unknown'
      readonly given: string
      readonly closest?: string | undefined
      readonly known: readonly string[]
    }
  | { readonly code: 'database-password' }
  | { readonly code: 'file-only'; readonly key: string }
  | { readonly code: 'opml-missing'; readonly given: string }
  | { readonly code: 'opml-unreadable'; readonly given: string }
  /** One line of a list, told after the name of its file. */
  | { readonly code: 'opml-refused'; readonly given: string; readonly refused: RefusedOutline }
  | { readonly code: 'opml-refused-more'; readonly given: string; readonly count: number }
  | { readonly code: 'name'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'name-twice'; readonly given: string; readonly firstLine: number }
  | { readonly code: 'alert-twice'; readonly given: string; readonly firstLine: number }
  | { readonly code: 'watch-several'; readonly key: string; readonly other: string }
  | { readonly code: 'publishers-few'; readonly least: number }
  | { readonly code: 'channel'; readonly given: string }
  | { readonly code: 'platform'; readonly given: string; readonly known: readonly string[] }
  | NameMistake
  | { readonly code: 'filter'; readonly mistake: FilterMistake }

/** What keeps a YAML file from being read at all. */
export type SyntaxProblem =
  | 'tab'
  | 'indentation'
  | 'quote-open'
  | 'bracket-open'
  | 'text-after-quote'
  | 'colon-in-value'
  | 'colon-missing'
  | 'reserved-character'
  | 'escape'
  | 'anchor'
  | 'tag'
  | 'documents'
  | 'other'

/** A whole sentence; the line is told by whoever lists the mistakes. */
export function explainMistake(mistake: Mistake): string {
  return tell(SENTENCES, mistake)
}

const SENTENCES: SentenceTable<Mistake> = {
  'not-utf8': () => 'Ce caractère n’est pas codé en UTF-8. Enregistrez le fichier en UTF-8.',
  'not-a-map': () =>
    french`Le fichier doit se composer de clés suivies d’un deux-points, par exemple « contact : … ».`,
  syntax: ({ problem }) => SYNTAX[problem],
  'key-unknown': ({ key, closest }) => french`La clé « ${key} » n’existe pas ici${maybe(closest)}`,
  'key-missing': ({ key }) => french`La clé « ${key} » manque ou n’a pas de valeur.`,
  'key-twice': ({ key }) => french`La clé « ${key} » est déjà donnée plus haut.`,
  'value-kind': ({ key, expected }) => french`La clé « ${key} » attend ${EXPECTED[expected]}.`,
  'value-empty': ({ key }) => french`La clé « ${key} » n’a pas de valeur.`,
  'number-range': ({ key, least, most }) =>
    french`La clé « ${key} » attend un nombre entier entre ${least} et ${most}.`,
  choice: ({ key, given, choices }) =>
    french`La clé « ${key} » ne connaît pas « ${given} ». Choisissez ${enumerate(choices.map(quoted), 'ou')}.`,
  contact: ({ given }) =>
    french`« ${given} » n’est ni une adresse électronique ni une adresse web. Les sites doivent pouvoir vous joindre.`,
  size: ({ given }) =>
    french`La taille « ${given} » ne se lit pas. Écrivez par exemple « 800 Mo » ou « 5 Go ».`,
  zone: ({ given, closest }) =>
    closest === undefined
      ? french`Le fuseau « ${given} » n’existe pas. Écrivez par exemple « Europe/Paris ».`
      : french`Le fuseau « ${given} » n’existe pas${maybe(closest)}`,
  address: ({ given }) =>
    french`« ${given} » n’est pas une adresse de flux. Elle commence par http:// ou https://, sans espace.`,
  'address-password': ({ given }) =>
    french`L’adresse ${given} contient un mot de passe, que Pressoir n’envoie à personne. Ôtez ce qui précède l’arobase.`,
  'public-address': ({ given }) =>
    french`« ${given} » ne convient pas comme adresse publique. Écrivez https:// et un nom de domaine, sans rien derrière : https://revue.exemple.fr`,
  listening: ({ given }) =>
    french`« ${given} » ne dit pas où écouter. Écrivez par exemple « 9464 », « 0.0.0.0:9464 » ou « non ».`,
  'ports-same': ({ port }) =>
    french`« port » et « surveillance » donnent tous deux le port ${String(port)}. Il en faut un pour chacun : le premier peut être ouvert à Internet, le second non.`,
  'address-twice': ({ given, firstLine }) =>
    french`L’adresse ${withoutCredentials(given)} est déjà donnée à la ligne\u00A0${firstLine}.`,
  'title-twice': ({ given, firstLine }) =>
    french`Le flux « ${given} » est déjà donné à la ligne\u00A0${firstLine}. Donnez à chaque flux un titre à lui.`,
  'pack-unknown': ({ given, closest, known }) =>
    closest === undefined
      ? french`Aucun paquet de flux ne s’appelle « ${given} ». Choisissez ${enumerate(known.map(quoted), 'ou')}.`
      : french`Aucun paquet de flux ne s’appelle « ${given} »${maybe(closest)}`,
  'database-password': () =>
    french`Le mot de passe de la base ne se met pas dans ce fichier. Mettez-le dans l’environnement, sous PGPASSWORD, ou donnez-y toute l’adresse, sous PRESSOIR_DATABASE.`,
  'file-only': ({ key }) =>
    french`« ${key} » ne vaut que pour une base dans un fichier. Ôtez cette clé : docs/operations.md dit comment soigner une base PostgreSQL.`,
  'opml-missing': ({ given }) =>
    french`Le fichier OPML ${given} est introuvable ou illisible. Son chemin part du dossier de cette configuration.`,
  'opml-unreadable': ({ given }) => french`Le fichier ${given} n’est pas une liste de flux OPML.`,
  'opml-refused': ({ given, refused }) => `${given}, ${refusedLine(refused)}.`,
  'opml-refused-more': ({ given, count }) =>
    french`${given} : ${counted(count, 'autre ligne ne convient', 'autres lignes ne conviennent')} pas.`,
  name: ({ given, closest }) =>
    closest === undefined
      ? french`Le nom « ${given} » ne convient pas. ${NAME_RULE}`
      : french`Le nom « ${given} » ne convient pas${maybe(closest)} ${NAME_RULE}`,
  'name-twice': ({ given, firstLine }) =>
    french`La revue « ${given} » est déjà donnée à la ligne\u00A0${firstLine}.`,
  'alert-twice': ({ given, firstLine }) =>
    french`L’alerte « ${given} » est déjà donnée à la ligne\u00A0${firstLine}.`,
  'watch-several': ({ key, other }) =>
    french`Une alerte guette une seule chose : gardez « ${other} » ou « ${key} ».`,
  'publishers-few': ({ least }) =>
    french`Une alerte sur tous les sujets demande au moins ${counted(least, 'éditeur')}.`,
  day: ({ given, closest }) =>
    closest === undefined
      ? french`« ${given} » n’est pas un jour. Écrivez « lundi », « en semaine » ou « tous les jours ».`
      : french`« ${given} » n’est pas un jour${maybe(closest)}`,
  'hour-unreadable': ({ given }) =>
    french`L’heure « ${given} » ne se lit pas. Écrivez par exemple « 08:00 » ou « 8 h 30 ».`,
  'hour-outside': ({ given }) =>
    french`L’heure « ${given} » ne convient pas. Choisissez une heure de 5\u00A0h à 23\u00A0h.`,
  'quiet-hours': ({ given }) =>
    french`« ${given} » ne donne pas d’heures calmes. Écrivez par exemple « de ${22} h à ${7} h », ou « aucune ».`,
  channel: ({ given }) =>
    french`« ${given} » n’est pas un canal. Écrivez la messagerie, un deux-points et le canal, sans espace : console:terminal.`,
  platform: ({ given, known }) =>
    french`La messagerie « ${given} » n’est pas connue. Choisissez ${enumerate(known.map(quoted), 'ou')}.`,
  'feed-unknown': ({ given, closest }) => french`Aucun flux n’a pour titre « ${given} »${maybe(closest)}`,
  'rubric-unknown': ({ given, closest }) =>
    french`Aucun flux n’a pour rubrique « ${given} »${maybe(closest)}`,
  'publisher-unknown': ({ given, closest }) =>
    french`Aucun flux n’a pour éditeur « ${given} »${maybe(closest)}`,
  'feed-ambiguous': ({ given, titles }) =>
    french`Plusieurs flux répondent à « ${given} » : ${enumerate(titles.slice(0, MOST_TITLES).map(quoted), 'et')}. Donnez le titre entier.`,
  filter: ({ mistake }) => explainFilterMistake(mistake),
}

/** Titles named where several fit. */
const MOST_TITLES = 3

const NAME_RULE = 'Il se compose de lettres sans accent, de chiffres et de traits d’union, trente au plus.'

const EXPECTED: Readonly<Record<ExpectedValue, string>> = {
  text: 'un texte',
  texts: 'un texte, ou une liste de textes',
  number: 'un nombre entier',
  map: 'des clés suivies d’un deux-points',
  maps: 'une liste dont chaque élément commence par un tiret et contient des clés',
}

const SYNTAX: Readonly<Record<SyntaxProblem, string>> = {
  tab: 'Une tabulation sert de retrait. Remplacez-la par des espaces.',
  indentation:
    'Le retrait ne correspond pas à celui des lignes voisines. Alignez les clés et les tirets d’un même niveau.',
  'quote-open': 'Un guillemet droit est ouvert et n’est pas refermé.',
  'bracket-open': 'Un crochet ou une accolade est ouvert et n’est pas refermé.',
  'text-after-quote':
    'Du texte suit la fin de la valeur. Si la valeur contient une apostrophe, mettez-la entre guillemets droits doubles.',
  'colon-in-value':
    'La valeur contient un deux-points suivi d’une espace. Mettez-la entre guillemets droits, ou vérifiez le retrait de la ligne suivante.',
  'colon-missing': 'Il manque un deux-points suivi d’une espace après la clé.',
  'reserved-character': 'La valeur commence par un caractère réservé. Mettez-la entre guillemets droits.',
  escape: 'Une barre oblique inverse introduit un code inconnu. Mettez la valeur entre apostrophes.',
  anchor: french`Ce renvoi (« & » ou « * ») ne mène à rien.`,
  tag: french`Cette étiquette (« ! ») n’est pas connue. Supprimez-la, ou mettez la valeur entre guillemets droits.`,
  documents: 'Une ligne de trois tirets ouvre un second document. Il n’en faut qu’un.',
  other:
    'Cette ligne n’est pas du YAML lisible. Vérifiez le retrait, les deux-points et les guillemets droits.',
}

function quoted(text: string): string {
  return french`« ${text} »`
}

function maybe(closest: string | undefined): string {
  return closest === undefined ? '.' : french` ; vouliez-vous dire « ${closest} » ?`
}
