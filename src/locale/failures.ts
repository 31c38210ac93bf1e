// The French sentence of every failure: what happened, and what the reader can do. A missing code does not compile.
import type { Instant, Zone } from '../core/calendar.ts'
import type { Failure, PostFailureReason } from '../core/failures.ts'
import { withoutCredentials } from '../core/web-address.ts'
import { formatMoment } from './calendar.ts'
import { explainFilterMistake } from './filter-mistakes.ts'
import { titled } from './guillemets.ts'
import { formatBytes } from './bytes.ts'
import { NETWORK_PREDICATES, type NetworkFailure, type Predicate } from './network-failures.ts'
import { enumerate, french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'

/** When a feed is read again, told in the reader's zone. */
export interface Retry {
  readonly at: Instant
  readonly now: Instant
  readonly zone: Zone
}

type LocalFailure = Exclude<Failure, NetworkFailure>

/** The sentences for a reader who was following no feed in particular. Several lines for a bad configuration. */
export function explain(failure: Failure): string {
  if (isNetworkFailure(failure)) {
    return sentences(
      french`L’adresse ${shownAddress(failure.url)} ${predicate(failure)[0]}.`,
      predicate(failure)[1],
    )
  }
  return tell(SENTENCES, failure)
}

/**
 * «Le flux « Le Courrier » ne répond pas (délai de 20 s dépassé). Nouvel essai à 9 h 15.» The retry is told when the
 * caller knows it.
 */
export function explainFeed(feedTitle: string, failure: Failure, retry?: Retry): string {
  const next = retry === undefined ? '' : nextAttempt(retry)
  if (!isNetworkFailure(failure))
    return sentences(french`Le flux ${titled(feedTitle)} n’a pas pu être traité.`, explain(failure), next)
  const [what, advice] = predicate(failure)
  return sentences(french`Le flux ${titled(feedTitle)} ${what}.`, advice, next)
}

/** The same where the feed has just been named: «Il ne répond pas (délai de 20 s dépassé).» */
export function explainNamed(failure: Failure): string {
  if (!isNetworkFailure(failure)) return explain(failure)
  const [what, advice] = predicate(failure)
  return sentences(`Il ${what}.`, advice)
}

/** «Nouvel essai à 9 h 15.», «Nouvel essai demain à 8 h.» */
function nextAttempt({ at, now, zone }: Retry): string {
  return `Nouvel essai ${formatMoment(at, now, zone).replace('aujourd’hui à', 'à')}.`
}

const SENTENCES: SentenceTable<LocalFailure> = {
  'configuration-missing': ({ path }) =>
    french`Le fichier de configuration ${path} est introuvable ou illisible. Créez-le d’après l’exemple fourni avec Pressoir, ou indiquez-en un autre avec --config.`,
  'configuration-invalid': ({ path, mistakes }) =>
    mistakes.map(({ line, message }) => `${french`${path}, ligne\u00A0${line} : `}${message}`).join('\n'),
  'environment-invalid': ({ variable, expected }) =>
    expected === 'shards'
      ? french`${variable} ne se lit pas. Écrivez par exemple 0-3/8 : les fragments (shards) 0 à 3, sur 8 en tout. Le premier est 0, le dernier 7.`
      : french`La clé ${variable} doit compter 32 octets, en hexadécimal ou en base64. Faites-en une avec « openssl rand -base64 32 ».`,
  'environment-incomplete': ({ variable, missing }) =>
    french`${variable} est dans l’environnement, mais il manque ${enumerate(missing)}. Donnez le tout, ou retirez ${variable}.`,
  'public-address-missing': ({ path, variable }) =>
    french`${variable} demande une adresse publique. Écrivez-la dans ${path}, à la ligne « adresse publique », ou retirez ${variable}.`,
  'file-missing': ({ path }) => french`Le fichier ${path} est introuvable. Vérifiez son chemin.`,
  'file-unwritable': ({ path }) =>
    french`Le fichier ${path} ne peut pas être écrit. Vérifiez que son dossier existe, que vous avez le droit d’y écrire et que le disque n’est pas plein.`,
  'file-unreadable': ({ path }) =>
    french`Le fichier ${path} ne peut pas être lu. Vérifiez que ce n’est pas un dossier et que vous avez le droit de le lire.`,
  'file-damaged': ({ path }) =>
    french`Le fichier ${path} est abîmé ou incomplet : sa compression gzip ne se lit pas. Copiez-le ou exportez-le de nouveau.`,
  'folder-taken': ({ path }) =>
    french`Le nom ${path} est déjà pris. Donnez un autre nom, ou remplacez cet export avec --force.`,
  'folder-foreign': ({ path }) =>
    french`Ce qui s’appelle ${path} n’est pas un export de Pressoir, ou contient autre chose. Rien n’a été changé. Donnez un autre nom.`,
  'folder-unwritable': ({ path }) =>
    french`Le dossier ${path} ne peut pas être écrit. Vérifiez que le dossier qui le contient existe et que vous avez le droit d’y écrire.`,
  'disk-full': ({ path }) =>
    french`Le disque de ${path} est plein. Rien n’y est resté à moitié. Libérez de la place, puis recommencez.`,
  'file-no-outline': ({ path }) =>
    french`Le fichier ${path} n’est pas une liste de flux OPML. Exportez-la de votre lecteur de flux, au format OPML.`,
  'pack-unknown': ({ given, closest }) =>
    closest === undefined
      ? french`Aucun paquet de flux ne s’appelle « ${given} ». Voyez leur liste avec « feeds packs ».`
      : french`Aucun paquet de flux ne s’appelle « ${given} ». Essayez « ${closest} ».`,
  'workspace-unknown': ({ id, known }) =>
    sentences(
      french`La base ne connaît pas l’espace « ${id} ».`,
      known.length === 0
        ? french`Elle n’en connaît encore aucun : invitez d’abord Pressoir sur Slack ou sur Discord.`
        : french`Elle connaît ${enumerate(known)}.`,
    ),
  'line-not-utf8': () => 'Cette ligne n’est pas codée en UTF-8. Enregistrez le fichier en UTF-8.',
  'line-unforeseen': () =>
    'Cette ligne n’a pas pu être traitée, par une erreur de Pressoir. Le détail est sur la sortie d’erreur.',
  'question-missing': () => french`Il manque la question. Écrivez-la après « ask », entre guillemets.`,
  'line-not-json': () => french`Cette ligne n’est pas du JSON valide. Il faut un objet JSON par ligne.`,
  'line-invalid': ({ field }) => french`Le champ « ${field} » manque ou n’a pas la forme attendue.`,
  'digest-unknown': ({ name, known }) =>
    sentences(
      french`Aucune revue ne s’appelle « ${name} ».`,
      known.length === 0
        ? 'La configuration n’en déclare aucune.'
        : french`Revues déclarées : ${enumerate(known)}.`,
    ),
  'filter-invalid': ({ mistake }) => explainFilterMistake(mistake),
  'instant-invalid': ({ given }) =>
    french`« ${given} » n’est pas un instant lisible. Écrivez par exemple 2026-03-17T08:00:00+01:00.`,
  'database-locked': ({ path }) =>
    french`La base ${path} est occupée par un autre programme. Arrêtez l’autre Pressoir, ou attendez qu’il ait fini.`,
  'database-full': ({ path }) =>
    french`Le disque qui porte la base ${path} est plein. Libérez de la place, puis recommencez.`,
  'database-newer': ({ path }) =>
    french`La base ${path} vient d’une version plus récente de Pressoir. Mettez Pressoir à jour.`,
  'database-damaged': ({ path }) =>
    french`La base ${path} est abîmée. Remplacez-la par une sauvegarde, ou donnez un autre fichier.`,
  'database-unopenable': ({ path }) =>
    french`La base ${path} ne peut pas être ouverte. Vérifiez que son dossier existe et que vous avez le droit d’y écrire.`,
  'database-unreachable': ({ path }) =>
    french`La base ${path} ne répond pas. Vérifiez que le serveur PostgreSQL tourne et que son adresse est la bonne.`,
  'database-refused': ({ path }) =>
    french`Le serveur de la base ${path} refuse l’accès. Vérifiez le nom d’utilisateur et le mot de passe.`,
  'database-absent': ({ path }) =>
    french`La base ${path} n’existe pas sur ce serveur. Créez-la, puis recommencez.`,
  'database-forbidden': ({ path }) =>
    french`L’utilisateur de la base ${path} n’a pas le droit d’y créer ou d’y changer des tables. Donnez-le-lui, puis recommencez.`,
  'database-crowded': ({ path }) =>
    french`Le serveur de la base ${path} n’accepte plus de connexions. Fermez-en d’autres, ou augmentez « max_connections ».`,
  'database-encoding': ({ path }) =>
    french`La base ${path} n’est pas codée en UTF-8. Créez-en une autre, avec « ENCODING UTF8 ».`,
  'moved-away': ({ path, server }) =>
    french`La base ${path} a été déplacée vers ${server}. Donnez cette adresse sous « base », ou remettez une sauvegarde d’avant.`,
  'database-moving': ({ path }) =>
    french`Une base est en cours de déplacement vers ${path}. Attendez la fin, ou reprenez-le avec « pressoir migrate-to ».`,
  'database-in-use': ({ path }) =>
    french`Le robot tourne sur la base ${path}. Arrêtez-le, attendez trois minutes, puis recommencez.`,
  'database-not-empty': ({ path }) =>
    french`La base ${path} contient déjà des données. Rien n’a été changé. Donnez une base vide.`,
  'queue-needs-server': () =>
    french`Une base dans un fichier n’a qu’un seul robot, qui fait tout. Pour partager le travail, déplacez-la avec « pressoir migrate-to ».`,
  'move-target': () =>
    french`Dites où déplacer la base, par exemple postgres://utilisateur@serveur:5432/pressoir.`,
  'move-differs': ({ table }) =>
    french`La table ${table} n’est pas la même des deux côtés. Le fichier est intact et reste le bon. Videz la base du serveur, puis recommencez.`,
  'database-on-server': ({ path }) =>
    french`La base ${path} est sur un serveur PostgreSQL : ses outils la sauvegardent et la remettent. Voyez docs/operations.md.`,
  'database-address-invalid': () =>
    french`L’adresse de la base n’est pas lisible. Écrivez par exemple postgres://utilisateur@serveur:5432/pressoir.`,
  'database-unsupported': ({ scheme }) =>
    french`Pressoir ne connaît pas les bases « ${scheme.replace(/:$/, '')} ». Donnez le nom d’un fichier SQLite, ou une adresse « postgres:// ».`,
  'database-replaced': ({ path }) =>
    french`La base ${path} vient d’être remplacée par une sauvegarde. Recommencez dans une minute.`,
  'database-restoring': ({ path }) =>
    french`Une sauvegarde est en cours de restauration dans la base ${path}. Recommencez dans une minute.`,
  'backup-target': () =>
    french`Dites où écrire la sauvegarde : un fichier, ou bien un dossier avec --to-folder.`,
  'backup-foreign': ({ path }) =>
    french`Le fichier ${path} n’est pas une sauvegarde de Pressoir. Donnez un fichier fait par « pressoir backup ».`,
  'backup-newer': ({ path, version }) =>
    french`La sauvegarde ${path} vient d’une version plus récente de Pressoir (${version}). Mettez Pressoir à jour.`,
  'backup-damaged': ({ path }) =>
    french`La sauvegarde ${path} est abîmée ou incomplète. Rien n’a été changé. Prenez-en une autre.`,
  'backup-name-taken': ({ path }) =>
    french`Le fichier ${path} existe déjà et n’est pas une sauvegarde. Donnez un autre nom.`,
  'disk-too-small': ({ path, neededBytes, freeBytes }) =>
    french`Le disque de ${path} n’a pas assez de place : il faut ${formatBytes(neededBytes)}, il reste ${formatBytes(freeBytes)}. Libérez de la place, puis recommencez.`,
  'platform-unknown': ({ channel }) =>
    french`Le canal « ${channel} » ne nomme aucune messagerie connue. Écrivez la messagerie, un deux-points et le canal : console:terminal.`,
  'platform-absent': ({ channel }) =>
    french`Le canal « ${channel} » attend une messagerie qui n’est pas connectée. Vérifiez ses jetons dans l’environnement.`,
  'post-failed': ({ channel, reason }) => {
    const [what, advice] = reason === undefined ? ['', ''] : POST_REASONS[reason]
    return sentences(
      french`La publication dans « ${channel} » a échoué${what === '' ? '' : french` : ${what}`}.`,
      advice,
      reason === 'invalid' || reason === 'message-gone' ? '' : 'Un nouvel essai suivra.',
    )
  },
  'token-refused': ({ platform }) =>
    french`${platformName(platform)} refuse le jeton. Remplacez-le dans l’environnement, puis relancez Pressoir.`,
  'intents-refused': ({ platform }) =>
    french`${platformName(platform)} refuse la connexion : il manque un droit à l’application. Lancez « pressoir doctor » pour savoir lequel.`,
  'platform-unreachable': ({ platform }) =>
    french`${platformName(platform)} est injoignable. Un nouvel essai suivra.`,
}

/** What happened, and what the reader can do about it; `''` when waiting is all. */
const POST_REASONS = {
  'disk-full': ['le disque est plein', 'Libérez de la place.'],
  unwritable: ['le fichier ne peut pas être écrit', 'Vérifiez que vous avez le droit d’y écrire.'],
  'rate-limited': ['la messagerie demande d’attendre', ''],
  'platform-failing': ['la messagerie est en panne', ''],
  'timed-out': ['la messagerie n’a pas répondu à temps', ''],
  cut: ['la connexion a été coupée', ''],
  unreachable: ['la messagerie est injoignable', ''],
  'token-refused': ['le jeton est refusé', 'Remplacez-le dans l’environnement, puis relancez Pressoir.'],
  'channel-archived': ['le canal est archivé', 'Désarchivez-le, ou choisissez-en un autre.'],
  'channel-missing': [
    'le canal n’existe plus, ou Pressoir ne le voit pas',
    'Invitez Pressoir dans ce canal.',
  ],
  'not-a-member': ['Pressoir n’est pas membre du canal', 'Invitez-le dans ce canal.'],
  forbidden: ['Pressoir n’a pas le droit d’y écrire', 'Donnez-lui ce droit.'],
  'person-unreachable': ['cette personne ne reçoit pas de messages privés de Pressoir', ''],
  'not-installed': ['Pressoir n’est plus installé dans cet espace', 'Réinstallez-le depuis son adresse.'],
  'workspace-unclear': [
    'plusieurs espaces sont servis, et rien ne dit auquel ce canal appartient',
    french`Gardez le jeton de cet espace dans SLACK_BOT_TOKEN, ou programmez la revue dans Slack avec /programme.`,
  ],
  'token-unreadable': [
    'le jeton de cet espace est chiffré avec une autre clé',
    'Remettez cette clé dans PRESSOIR_TOKEN_KEY_PREVIOUS, puis relancez Pressoir.',
  ],
  'cannot-check': [
    'impossible de vérifier ce qui s’y trouve déjà',
    'Donnez à Pressoir le droit de lire l’historique du canal.',
  ],
  'message-gone': ['le message n’y est plus', ''],
  invalid: [
    'la messagerie refuse ce message',
    'C’est une erreur de Pressoir. Le détail est dans son journal technique.',
  ],
} as const satisfies Readonly<Record<PostFailureReason, readonly [what: string, advice: string]>>

/** The same in a few words, for a line that says the rest: «le canal est archivé». */
export function explainPostReason(reason: PostFailureReason): string {
  return POST_REASONS[reason][0]
}

/** What to do about it; `''` when waiting is all. */
export function adviseOnPost(reason: PostFailureReason): string {
  return POST_REASONS[reason][1]
}

/** As people write it. */
export function platformName(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1)
}

function isNetworkFailure(failure: Failure): failure is NetworkFailure {
  return Object.hasOwn(NETWORK_PREDICATES, failure.code)
}

function predicate(failure: NetworkFailure): Predicate {
  return tell(NETWORK_PREDICATES, failure)
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

/** A longer address fills the screen and tells no more, in characters. */
const SHOWN_ADDRESS = 200

/** Without a password that somebody may have put into it, and not without end. */
function shownAddress(url: string): string {
  const address = withoutCredentials(url)
  return address.length > SHOWN_ADDRESS ? `${address.slice(0, SHOWN_ADDRESS).toWellFormed()}…` : address
}
