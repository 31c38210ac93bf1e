// What a feed or an address did, as a French predicate that fits «Le flux « … »» and «L’adresse …» alike.
import type { Failure, UnreachableReason } from '../core/failures.ts'
import { formatNumber } from './plural.ts'
import { french } from './sentence.ts'
import type { SentenceTable } from './sentence-table.ts'

/** Failures that tell about an address on the network. */
export type NetworkFailure = Extract<Failure, { readonly url: string }>

/** What happened, without a full stop, then what the reader can do, when there is something. */
export type Predicate = readonly [what: string, advice?: string]

const CHECK_ADDRESS = 'Vérifiez l’adresse.'
const ASK_PUBLISHER = 'Pressoir respecte ce choix. Pour le lire, demandez l’autorisation à l’éditeur.'

export const NETWORK_PREDICATES: SentenceTable<NetworkFailure, Predicate> = {
  'fetch-unreachable': ({ reason }) => UNREACHABLE[reason],
  'fetch-timeout': ({ seconds, hasBegun }) => [
    french`${hasBegun === true ? 'envoie sa réponse trop lentement' : 'ne répond pas'} (délai de ${seconds} s dépassé)`,
  ],
  'fetch-status': ({ status }) => statusPredicate(status),
  'fetch-too-large': ({ limitBytes }) => [
    french`envoie plus de ${formatNumber(limitBytes / BYTES_PER_MEGABYTE)}\u00A0Mo, la limite de Pressoir`,
  ],
  'fetch-redirects': ({ limit }) => [
    french`renvoie d’adresse en adresse (en rond, ou plus de ${limit} fois)`,
    CHECK_ADDRESS,
  ],
  'fetch-private-address': () => [
    french`mène à une adresse privée ; Pressoir ne lit que des adresses publiques`,
    CHECK_ADDRESS,
  ],
  'fetch-scheme': ({ scheme }) => [
    french`ne se lit pas : Pressoir ne connaît que http et https, et non « ${scheme.replace(/:$/, '')} »`,
    CHECK_ADDRESS,
  ],
  'fetch-reserved': ({ by }) => [RESERVED[by], ASK_PUBLISHER],
  'fetch-damaged': ({ encoding }) => [
    french`envoie une réponse abîmée (compression « ${encoding} » illisible)`,
  ],
  'feed-empty': () => ['répond par un document vide'],
  'feed-is-html': () => [
    'répond par une page web au lieu d’un flux',
    'Cherchez l’adresse du flux sur le site de l’éditeur.',
  ],
  'feed-unreadable': () => ['ne se lit ni comme RSS, ni comme Atom, ni comme JSON Feed', CHECK_ADDRESS],
  'feed-not-found': () => [
    'ne mène à aucun flux RSS, Atom ou JSON Feed',
    french`Cherchez sur le site un lien « RSS » ou « Flux », et donnez son adresse.`,
  ],
  'outline-unreadable': () => [
    'ne mène pas à une liste de flux OPML',
    'Donnez l’adresse d’un fichier OPML, et non celle d’une page.',
  ],
  'feed-unforeseen': () => [
    'n’a pas pu être lu, par une erreur de Pressoir',
    'Le détail est dans son journal technique.',
  ],
  'page-without-text': () => ['ne contient pas de texte d’article lisible'],
}

/** As Mo is understood in French: SI prefix, BIPM. */
const BYTES_PER_MEGABYTE = 1_000_000

const UNREACHABLE: Readonly<Record<UnreachableReason, Predicate>> = {
  'unknown-host': ['est introuvable (ce nom de site n’existe pas ou plus)', CHECK_ADDRESS],
  refused: ['refuse la connexion'],
  cut: ['coupe la connexion avant la fin de sa réponse'],
  certificate: ['présente un certificat de sécurité périmé ou invalide', 'L’éditeur doit le renouveler.'],
  'no-tls': ['ne permet pas de connexion sécurisée (https)', 'Essayez la même adresse avec http.'],
  'not-http': ['répond autrement qu’un site web (sa réponse est illisible)', CHECK_ADDRESS],
  other: ['est injoignable'],
}

const RESERVED = {
  robots: 'refuse les robots (fichier robots.txt de l’éditeur)',
  tdm: 'réserve ses droits (l’éditeur s’oppose à la fouille de textes)',
} as const

/** Words for the statuses of RFC 9110 (and 6585, 7725) that feeds really give. */
function statusPredicate(status: number): Predicate {
  const [what, advice] = STATUSES.get(status) ?? [statusFamily(status)]
  const told = french`${what} (HTTP ${String(status)})`
  return advice === undefined ? [told] : [told, advice]
}

const STATUSES: ReadonlyMap<number, Predicate> = new Map([
  [401, ['demande un mot de passe', 'Demandez un accès à l’éditeur.']],
  [402, ['demande un paiement', 'Demandez un accès à l’éditeur.']],
  [
    403,
    [
      'refuse l’accès à Pressoir',
      french`Demandez l’autorisation à l’éditeur : il voit votre adresse de contact à chaque lecture.`,
    ],
  ],
  [404, ['n’existe pas ou plus', 'Cherchez la nouvelle adresse sur le site de l’éditeur.']],
  [408, ['a attendu la demande trop longtemps']],
  [
    410,
    [
      'n’existe plus, et l’éditeur dit que c’est définitif',
      'Cherchez une autre adresse, ou retirez celle-ci.',
    ],
  ],
  [429, ['reçoit trop de demandes et prie d’attendre']],
  [451, ['n’est pas accessible, pour une raison juridique']],
] satisfies readonly (readonly [number, Predicate])[])

function statusFamily(status: number): string {
  if (status >= 500) return 'est en panne chez l’éditeur'
  if (status >= 400) return 'refuse la demande'
  return 'donne une réponse inattendue'
}
