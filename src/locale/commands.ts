// What each slash command, action and option is for, as people see it while they type, and the page of help.
// Carries no command out.
import type { CommandAction, CommandName, OptionName } from '../core/command.ts'
import type { Block, Span } from '../core/message.ts'
import { heading, list, paragraph, plain, smallPrint, strong } from './blocks.ts'
import { french } from './sentence.ts'

/** As command.ts names them. */
type ActionName = CommandAction['name']

/** At most 100 characters, the least that platforms bear; so are the others. */
export function commandDescription(command: CommandName): string {
  return COMMAND_WORDS[command]
}

export function actionDescription(command: CommandName, action: ActionName): string {
  return ACTION_WORDS[command][action] ?? COMMAND_WORDS[command]
}

export function optionDescription(command: CommandName, action: ActionName, option: OptionName): string {
  return OWN_OPTION_WORDS.get(`${command} ${action} ${option}`) ?? OPTION_WORDS[option]
}

const COMMAND_WORDS: Readonly<Record<CommandName, string>> = {
  qui: french`Demander qui : /qui a rencontré le ministre ?`,
  quand: french`Demander quand : /quand le sommet a-t-il lieu ?`,
  ou: french`Demander où : /ou se sont-ils rencontrés ?`,
  combien: french`Demander combien : /combien de logements à Lyon ?`,
  question: 'Poser une question à la presse suivie',
  fiche: french`Tout sur une personne : fonctions, rencontres, déclarations`,
  rencontres: french`Les rencontres annoncées, tenues, annulées`,
  revue: 'Lire une revue maintenant, en privé',
  flux: french`Les flux suivis : les voir, en ajouter, les suspendre`,
  programme: french`Les revues publiées ici : jours, heures, contenu`,
  alerte: french`Les alertes : une personne, une expression, un sujet repris par plusieurs journaux`,
  abonnement: french`Votre revue personnelle, en message privé, à votre heure`,
  reglages: french`Les réglages : administrateurs, canal des pannes, fuseau, journal, corbeille`,
  aide: 'Ce que je sais faire',
}

const ACTION_WORDS: Readonly<Record<CommandName, Readonly<Partial<Record<ActionName, string>>>>> = {
  qui: {},
  quand: {},
  ou: {},
  combien: {},
  question: {},
  fiche: {},
  rencontres: {},
  revue: {},
  flux: {
    lister: 'Voir les flux suivis',
    etat: french`L’état des flux : ce qui va mal d’abord, ou un seul en détail`,
    ajouter: french`Suivre un flux : son adresse, ou celle du site`,
    importer: french`Suivre tous les flux d’une liste OPML, ou d’un paquet tout prêt`,
    exporter: 'Recevoir la liste des flux suivis, au format OPML',
    packs: 'Voir les paquets de flux tout prêts',
    tester: 'Lire un flux maintenant et dire ce qu’il donne',
    suspendre: 'Suspendre un flux, jusqu’à nouvel ordre',
    reprendre: 'Suivre de nouveau un flux suspendu',
    retirer: 'Ne plus suivre un flux',
    citer: 'Citer de nouveau un flux',
    signaler: french`Ne plus citer un flux : ses articles sont seulement signalés par un lien`,
  },
  programme: {
    lister: 'Voir les revues de ce canal et des autres',
    ajouter: 'Programmer une revue dans ce canal',
    modifier: french`Modifier une revue : jours, heures, contenu`,
    essayer: french`Essayer un filtre sur les sept derniers jours, sans rien modifier`,
    suspendre: 'Suspendre une revue, jusqu’à nouvel ordre',
    reprendre: 'Publier de nouveau une revue suspendue',
    retirer: 'Ne plus publier une revue',
  },
  alerte: {
    lister: 'Voir les alertes de ce canal et des autres',
    ajouter: french`Régler une alerte dans ce canal : ce qu’elle guette, et quand elle sonne`,
    modifier: french`Modifier une alerte : ce qu’elle guette, et quand elle sonne`,
    essayer: french`Savoir combien de fois une alerte aurait sonné ces sept derniers jours`,
    suspendre: 'Suspendre une alerte, jusqu’à nouvel ordre',
    reprendre: 'Laisser sonner de nouveau une alerte suspendue',
    retirer: 'Retirer une alerte',
  },
  abonnement: {
    voir: 'Voir votre revue personnelle',
    regler: french`Choisir les jours, l’heure et le contenu de votre revue`,
    arreter: 'Ne plus recevoir votre revue',
  },
  reglages: {
    voir: 'Voir les réglages de cet espace',
    journal: 'Voir qui a modifié quoi, et quand',
    corbeille: french`Voir ce qui a été retiré depuis trente jours, et le rétablir`,
    administrateurs: 'Donner ou retirer le droit de tout modifier ici',
    canal: 'Choisir le canal où les pannes sont annoncées',
    fuseau: 'Choisir le fuseau horaire des nouvelles revues',
    bilan: 'Recevoir ou non le bilan des flux, le lundi',
  },
  aide: {},
}

const OPTION_WORDS: Readonly<Record<OptionName, string>> = {
  question: 'La suite de votre question',
  revue: 'La revue',
  adresse: 'L’adresse du flux, ou celle du site',
  rubrique: french`La rubrique où ranger ses articles : Sport, International…`,
  pack: french`Le paquet : générale, Belgique, Suisse, Québec…`,
  fichier: 'Un fichier OPML, exporté de votre lecteur de flux',
  flux: 'Le titre du flux',
  titre: 'Le titre de la revue',
  jours: french`Les jours : lundi, jeudi ; en semaine ; tous les jours`,
  heures: french`Les heures, de ${5} h à ${23} h : ${8} h, ${18} h ${30}`,
  fuseau: french`Le fuseau horaire : Paris, Montréal, Dakar…`,
  rubriques: french`Les rubriques à garder, séparées par des virgules ; « toutes » pour n’en écarter aucune`,
  avec: french`Ne garder que les articles qui contiennent l’un de ces mots ; « aucun » pour ne plus trier`,
  sans: french`Écarter les articles qui contiennent l’un de ces mots ; « aucun » pour ne plus trier`,
  sujets: french`Le nombre de sujets au plus, de 1 à 20`,
  filtre: french`Un filtre : (grève OU "plan social") SAUF sport ; « aucun » pour ne plus trier`,
  mots: french`Le nombre de mots par sujet au plus, de 15 à 120`,
  personne: french`La personne ; la nommer de nouveau lui retire ce droit`,
  role: french`Le rôle ; le nommer de nouveau lui retire ce droit`,
  canal: french`Le canal ; celui-ci si vous n’en donnez aucun`,
  alerte: 'L’alerte',
  expression: french`Des mots qui se suivent dans l’article`,
  editeurs: french`Combien d’éditeurs indépendants, de 1 à 20 ; 3 si vous ne dites rien`,
  minutes: french`En combien de minutes, de 10 à 1440 ; 60 si vous ne dites rien`,
  pause: french`Combien d’heures un sujet signalé n’est plus signalé, de 1 à 72 ; 6 si vous ne dites rien`,
  nuit: french`Les heures calmes : « de 22 h à 7 h », ou « aucune »`,
  maximum: french`Combien d’alertes par jour au plus, de 1 à 24 ; 5 si vous ne dites rien`,
  bilan: french`« oui » ou « non » ; l’inverse de maintenant si vous ne dites rien`,
  periode: french`La période : en août, la semaine dernière, depuis lundi`,
}

/** Where an option means something of its own. */
const OWN_OPTION_WORDS: ReadonlyMap<string, string> = new Map([
  ...['ajouter', 'modifier'].map((action) => [`programme ${action} flux`, listedFeeds()] as const),
  ['abonnement regler flux', listedFeeds()],
  ['flux importer adresse', 'L’adresse d’une liste OPML'],
  ['programme modifier titre', 'Le nouveau titre de la revue'],
  ['programme essayer filtre', french`Le filtre : retraites SAUF sport, personne:Macron ET lieu:Paris…`],
  ['programme essayer revue', french`La revue dont les flux sont relus ; tous si vous n’en donnez aucune`],
  ...(['ajouter', 'modifier', 'essayer'] as const).flatMap((action) => [
    [`alerte ${action} personne`, french`Une personne : les articles qui la nomment comptent`] as const,
    [
      `alerte ${action} avec`,
      french`Des mots, séparés par des virgules : un article qui en contient un compte`,
    ] as const,
    [`alerte ${action} titre`, french`Le nom de l’alerte ; ce qu’elle guette si vous ne dites rien`] as const,
    [
      `alerte ${action} flux`,
      french`Les flux qui comptent, séparés par des virgules ; « tous » pour n’en écarter aucun`,
    ] as const,
    [
      `alerte ${action} rubriques`,
      french`Les rubriques qui comptent ; « toutes » pour n’en écarter aucune`,
    ] as const,
    [`alerte ${action} fuseau`, french`Le fuseau des heures calmes : Paris, Montréal, Dakar…`] as const,
  ]),
  ['fiche  personne', 'Son nom, ou sa fonction'],
  ['rencontres  personne', 'Celles d’une seule personne'],
  ['flux etat flux', 'Le titre d’un flux, pour le voir en détail'],
  ['reglages fuseau fuseau', french`Le fuseau : Paris, Montréal, Dakar… ou Europe/Paris`],
])

function listedFeeds(): string {
  return french`Les flux à lire, séparés par des virgules ; « tous » pour n’en écarter aucun`
}

/** The page of help, short enough for a telephone. */
export function helpBlocks(): readonly Block[] {
  return [
    heading('Ce que je sais faire', 1),
    paragraph(
      french`Je lis les journaux que vous suivez, je réunis ce qui parle du même événement, et je cite les articles mot pour mot. Je n’écris rien moi-même.`,
    ),
    heading('Poser une question'),
    list([
      row(french`/qui a rencontré le ministre ?`, 'des phrases qui répondent, chacune avec sa source'),
      row('/quand, /ou, /combien', 'la suite de la commande complète la question'),
      row('/question', 'toute autre question'),
      row('/question pourquoi https://…', french`ce qu’un article est devenu : vu, replié, cité, écarté`),
    ]),
    heading('Lire'),
    list([
      row('/fiche', french`une personne : ses fonctions, ses rencontres, ce qu’elle dit`),
      row('/rencontres', 'qui rencontre qui, cette semaine et après'),
      row('/revue', 'la revue maintenant, en privé'),
      row('/abonnement', 'votre revue en message privé, à votre heure'),
    ]),
    heading('Régler'),
    list([
      row('/flux', 'les journaux suivis, et comment ils vont'),
      row('/flux packs', french`des paquets de flux tout prêts : régions, Belgique, institutions…`),
      row('/programme', french`les revues de ce canal : jours, heures, contenu`),
      row('/alerte', french`être prévenu tout de suite : une personne, une expression, un sujet repris`),
      row(
        '/reglages',
        'les administrateurs, le canal des pannes, le fuseau, le journal des changements, la corbeille',
      ),
    ]),
    smallPrint(
      french`Mes réponses ne sont vues que de vous, sauf si vous les partagez. Dans un fil de discussion, mentionnez-moi : je réponds alors devant tout le monde.`,
    ),
  ]
}

function row(command: string, words: string): readonly Span[] {
  return [strong(command), plain(` — ${words}`)]
}
