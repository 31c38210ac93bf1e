// The help of the command line: what each verb, argument and option is for. Knows no library of commands.
import { capitalised, french } from './sentence.ts'

export const PROGRAM_DESCRIPTION = 'la revue de presse des équipes francophones'

/** One line a verb, as the list of verbs shows it. */
export const VERB_DESCRIPTIONS = {
  run: french`lance le robot : flux, revues, canaux, jusqu’à l’arrêt`,
  demo: 'montre une journée avec une presse inventée, sans réseau ni jeton',
  digest: 'fait une édition d’une revue, maintenant',
  ask: 'répond à une question par des phrases des articles',
  filter: french`essaie un filtre sur les articles de la base, ou sur des textes`,
  alerts: french`dit combien de fois les alertes du fichier auraient sonné en sept jours`,
  why: french`dit pourquoi un article est, ou n’est pas, dans une édition`,
  import: 'verse un fichier d’articles dans la base',
  brief: 'presse des articles en brèves, citées mot pour mot',
  stories: 'réunit les articles d’un même événement et replie les reprises',
  sentences: 'découpe des textes en phrases',
  people: 'trouve les noms de personnes dans des textes',
  meetings: 'trouve qui a rencontré qui dans des textes',
  dates: 'trouve les jours dont des textes parlent',
  feed: 'analyse le contenu d’un flux, sans rien suivre',
  feedParse: french`lit des flux : titres, liens, dates, textes`,
  feeds: french`gère les flux : liste, vérification, OPML, paquets`,
  feedsList: 'liste les flux suivis, et dit comment ils vont',
  feedsState: french`dit comment vont les flux, du pire au meilleur`,
  feedsCheck: 'interroge les flux et dit lesquels répondent',
  feedsImport: 'verse une liste OPML dans un espace, ou dit comment la déclarer',
  feedsExport: 'écrit les flux dans un fichier OPML',
  feedsPacks: 'liste les paquets de flux fournis avec Pressoir',
  article: 'analyse des pages d’articles',
  articleExtract: french`tire l’article d’une page : titre, date, chapô, texte`,
  doctor: 'vérifie la configuration, la base, les jetons et l’horloge',
  health: 'dit si le robot tourne et comment vont les flux',
  quotations: 'dit ce que les éditions citent de chaque éditeur, phrase par phrase',
  backup: 'sauvegarde la base dans un fichier, même pendant que le robot tourne',
  restore: 'remet une sauvegarde à la place de la base, même pendant que le robot tourne',
  settle: french`compte comme publié ce qui a pu l’être depuis une copie, après « pg_restore »`,
  export: french`écrit toutes les données dans un dossier, en JSON et en OPML`,
  retain: french`allège les articles anciens : les textes partent, les rencontres restent`,
  journal: french`dit qui a changé quoi, quand et d’où : messagerie, fichier, ligne de commande`,
  queues: french`montre le travail que plusieurs robots se partagent, et ce qui a été abandonné`,
  'migrate-to': french`déplace la base d’un fichier vers un serveur PostgreSQL ; reprend là où elle s’est arrêtée`,
  migrate: 'essaie sur une copie ce que cette version changera dans la base',
  help: 'montre l’aide d’un verbe',
} as const

export const ARGUMENT_DESCRIPTIONS = {
  digestName: 'nom de la revue dans la configuration',
  question: 'la question, entre guillemets',
  articleAddress: french`l’adresse d’un article, ou l’identifiant d’un article versé`,
  outlineFile: french`fichier OPML ; « - » pour l’entrée standard`,
  checkedFile: french`fichier OPML ; par défaut, les flux suivis`,
  writtenFile: french`fichier à écrire ; « - » pour la sortie standard`,
  filterLine: french`le filtre, entre apostrophes : 'grève SAUF sport'`,
  articleFile: 'fichier .jsonl ou .jsonl.gz',
  server: french`l’adresse de la base, vide, comme postgres://utilisateur@serveur:5432/pressoir ; son mot de passe dans PGPASSWORD`,
  backupTarget: french`le fichier à écrire ; une sauvegarde qui porte ce nom est remplacée`,
  exportFolder: french`le dossier à écrire ; il ne doit pas exister`,
  backupFile: french`un fichier fait par « pressoir backup »`,
} as const

export const OPTION_DESCRIPTIONS = {
  help: 'montre cette aide',
  version: 'montre la version',
  jsonl: 'lit un objet JSON par ligne et en écrit un par ligne',
  database: french`base de données, un fichier ou une adresse postgres:// (par défaut : celle de la configuration)`,
  configuration: 'fichier de configuration',
  since: french`depuis ce jour : 2026-03-01 (par défaut : depuis le début)`,
  sinceLastWeek: french`depuis ce jour : 2026-03-01 (par défaut : depuis sept jours)`,
  now: french`fait comme si c’était cet instant, en ISO 8601 (sans décalage : UTC)`,
  pack: french`un paquet fourni avec Pressoir : ${'Suisse'}, ${'régions'}…`,
  workspace: french`l’espace : slack:T0123456, discord:123456789012345678`,
  jsonLines: 'écrit un objet JSON par ligne',
  dryRun: 'montre l’édition sans rien publier ni écrire',
  json: 'donne la réponse en JSON',
  onlyDigest: 'ne regarde que les éditions de cette revue',
  resend: french`renvoie ce qui a été abandonné`,
  role: french`la part de ce robot, quand plusieurs se partagent le travail : all (tout), fetch (les flux), read (les articles), publish (les revues) ou chat (les réponses)`,
  toFolder: french`écrit dans ce dossier, sous un nom qui dit la date`,
  keepBackups: french`nombre de sauvegardes à garder dans le dossier (par défaut : toutes)`,
  exportWorkspace: french`seulement ce que cet espace voit ou a fait : slack:T0123456, discord:123456789012345678`,
  forceExport: 'remplace l’export qui porte ce nom',
  tryMigrations: 'essaie sur une copie, sans toucher à la base',
  retainDays: french`âge à partir duquel les textes partent, en jours (par défaut : celui de la configuration)`,
  retainDryRun: 'dit seulement ce qui partirait',
  maxWords: 'longueur d’une brève, en mots',
  maxSentences: 'nombre de phrases d’une brève',
} as const

/** What a line of standard input holds, and a line of standard output: the contract in one sentence a verb. */
export const LINE_FORMATS = {
  ask: lines('{id, question}', '{id, noAnswer, answers}'),
  brief: lines('{id, date, title, text}', '{id, sentences, words}'),
  stories: lines('{id, date, title, lead, text}', '{id, story, duplicateOf}'),
  sentences: lines('{id, text}', '{id, sentences}'),
  people: lines('{id, text}', '{id, people}'),
  meetings: lines('{id, date, title, text}', '{id, meetings}'),
  dates: lines('{id, date, text}', '{id, dates}'),
  filter: lines('{id, title, lead, text, publisher, rubric}', '{id, kept, because}'),
  feedParse: lines('{id, url, headers, body_base64}', '{id, ok, feed, items, warnings}'),
  articleExtract: lines(
    '{id, url, html}',
    '{id, title, publishedAt, author, agency, canonicalUrl,\n  language, lead, text, isPaywalled}',
  ),
  import: french`Chaque ligne du fichier : {id, url, title, date, lead ou summary, text}.`,
} as const

/** What comes before and after the verb, in its order. */
export const SETTLE_EXAMPLE = french`Exemple, les robots arrêtés :
  dropdb pressoir ; createdb --owner=pressoir --encoding=UTF8 --template=template0 pressoir
  pg_restore --no-owner --role=pressoir --dbname=pressoir copie.dump
  pressoir settle --database postgres://pressoir@serveur/pressoir
  pressoir run`

/** After the list of verbs. */
export const EXIT_STATUSES = french`Code de sortie : 0, tout va bien ; 1, échec ; 2, commande mal écrite ; 3, des lignes ont échoué.`

/** The headings of a page of help, by what the library of commands calls them. */
export const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': french`Usage :`,
  'Arguments:': french`Arguments :`,
  'Options:': french`Options :`,
  'Commands:': french`Verbes :`,
}

/** Stand for any option and any verb in the line of usage. */
export const ANY_OPTION = '[option…]'
export const ANY_VERB = '<verbe>'

/** «nombre de phrases d’une brève (par défaut : 2)». */
export function withDefault(description: string, value: string): string {
  return french`${description} (par défaut : ${value})`
}

/** A description that stands alone: «Découpe des textes en phrases.» */
export function standingAlone(description: string): string {
  return `${capitalised(description)}.`
}

function lines(read: string, written: string): string {
  return french`Chaque ligne lue : ${read}.\nChaque ligne écrite : ${written}.`
}
