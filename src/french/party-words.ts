// The words from which phrases for people are built: articles, groups, complements. Reads no text.
import { fold } from './normalise.ts'
import { opensRole } from './office-roles.ts'
import { ROLES, DIRECT_TITLES, isSpeech } from './roles.ts'
import { wordSet } from './word-set.ts'

/** Before a noun, without a preposition of their own. */
export const DETERMINERS = wordSet(
  "le la l' les un une des ce cet cette ces son sa ses leur leurs plusieurs quelques certains certaines chaque tous toutes deux trois quatre cinq six sept huit neuf dix notre nos votre",
)
/** «du ministre», «aux élus»: an article with a preposition in it. */
export const JOINED_PREPOSITIONS: ReadonlyMap<string, string> = new Map([
  ['du', 'de'],
  ['au', 'à'],
  ['aux', 'à'],
])
export const POSSESSIVES = wordSet('son sa ses leur leurs')
export const PREPOSITIONS: ReadonlyMap<string, string> = new Map(
  "de d' a avec par pour contre chez entre selon sans sous vers devant derriere depuis envers sur chez hors outre parmi voire d'apres comme"
    .split(' ')
    .map((word) => [word, word === "d'" ? 'de' : word === 'a' ? 'à' : word]),
)
/** Between the article and the noun: «l’ancien président», «la nouvelle ministre», «les 150 membres». */
export const BEFORE_NOUN = wordSet(
  'ancien ancienne anciens anciennes nouveau nouvel nouvelle nouveaux futur future ex actuel actuelle haut hauts haute vice premier premiere premiers principal principale principaux grand grands jeune jeunes autre autres deux trois quatre cinq six sept huit neuf dix onze douze vingt puissant puissante richissime numero tout tres tous toute dizaine centaine quinzaine trentaine memes propre fameux celebre',
)

/** Nouns for several people who can be met. */
const GROUPS = wordSet(`
delegation delegations membres representants responsables dirigeants elus maires syndicats syndicat syndicalistes
partenaires patrons familles famille proches victimes rescapes manifestants militants opposants deputes senateurs
parlementaires eurodeputes ministres chefs presidents homologues leaders habitants citoyens riverains salaries ouvriers etudiants lyceens eleves
agriculteurs eleveurs pecheurs ambassadeurs experts autorites parents associations association collectif collectifs comite commission
convention conseillers responsables soignants infirmiers pompiers policiers soldats emissaires envoyes negociateurs mediateurs diplomates
collaborateurs colons refugies migrants pelerins fideles eveques imams rabbins prefets gouverneurs procureurs avocats
actionnaires investisseurs industriels entrepreneurs commercants artisans restaurateurs hoteliers artistes cadres
veterans resistants chercheurs scientifiques medecins specialistes universitaires allies generaux rivaux
interlocuteurs organisations negociatrices conseil bureau cabinet gouvernement executif opposition
gilets participants sinistres blesses observateurs otages grevistes pecheuses patientes enseignants usagers consuls chercheuses ingenieurs donateurs volontaires benevoles visiteurs rescapees naufrages prisonniers detenus voisins parents freres soeurs patrons politiques adversaires maires-adjoints elues deputees senatrices  candidats collegues confreres jeunes enfants employes personnels
`)

/** Role nouns that are other words more often than people: «dans le cadre», «la retraite», «en tête». */
const NO_HEADS = wordSet(
  'cadre retraite critique modele facteur icone tete premier premiere figure star medaille mis general-major prodige accuse medecine major duo heros victime',
)

const plural = (key: string): string => key.replace(/(?:s|x)$/u, '').replace(/au$/u, 'al')

/** Whoever was received, by the next sentence. */
const GUESTS = wordSet('visiteur visiteuse invitee hote interlocuteur interlocutrice')

export const isRoleHead = (key: string): boolean =>
  GUESTS.has(key) ||
  (!NO_HEADS.has(key) &&
    (opensRole(key) || ROLES.has(key) || DIRECT_TITLES.has(key) || key === 'chef' || key === 'numero'))
export const isPluralRoleHead = (key: string): boolean =>
  /[sx]$/u.test(key) && !ROLES.has(key) && isRoleHead(plural(key))
export const isGroupHead = (key: string): boolean =>
  GROUPS.has(key) || /(?:istes|culteurs|cultrices|logues|iciens|iciennes|nautes)$/u.test(key)

/** A noun for one person or several. */
export const isPartyHead = (key: string): boolean =>
  isRoleHead(key) || isPluralRoleHead(key) || isGroupHead(key)

/** Behind a noun, without a preposition: «russe», «fédéral», «sortant», «adjointe». */
const ADJECTIVE =
  /(?:ais|aise|ois|oise|ien|ienne|ain|aine|een|eenne|ique|al|ale|aux|aire|and|ande|ol|ole|iste|ier|iere|if|ive|eur|euse|ant|ante|ent|ente|ible|able|in|ine|ote|que|ete)s?$/u
const ADJECTIVES = wordSet(`
russe russes turc turque turcs turques belge belges suisse suisses grec grecque grecs arabe arabes syrien serbe serbes croate slovaque
tcheque slovene kurde kurdes bulgare letton lettone afghan afghane ouzbek kazakh kirghize tadjik tchetchene scandinave
corse basque adjoint adjointe elu elue sortant etranger etrangere etrangers etrangeres jaunes nord-coreen sud-coreen sud-africain  nomme designe delegue deleguee general generale generaux special speciale speciaux
charge chargee socialiste vert verte ecologiste populaire unique suppleant honoraire emerite par interim europeen reelu reelue
actuel actuelle citoyenne citoyen sociaux jaunes politiques religieux locaux syndicales syndicaux
`)
const NO_ADJECTIVES = wordSet(
  'pendant durant devant avant maintenant cependant comment souvent vient tient veut peut avaient etaient qui que dont mais puis ainsi aussi lundi mardi samedi soudain demain main prochain dernier enfin moins loin bien rien fin matin etait avait serait devrait pourrait donne lors des mes tes ses dans hier jamais mais sinon encore selon afin rencontrant recevant concernant estimant affirmant declarant indiquant annonçant annoncant suivant etant ayant fait plus toujours notamment egalement finalement longuement brievement ouvertement officiellement vivement recemment actuellement arrive derive vive survive ecrive',
)

export const isAdjective = (key: string): boolean =>
  ADJECTIVES.has(key) ||
  (ADJECTIVE.test(key) &&
    key.length > 3 &&
    !NO_ADJECTIVES.has(key) &&
    // «Le ministre explique»
    !isSpeech(key) &&
    !/(?:ment|erent|aient|ent)$/u.test(key)) ||
  /(?:president)$/u.test(key)

/** A phrase for people ends here, whatever comes. */
export const PHRASE_STOPS = wordSet(
  "a ont est sont avait avaient etait etaient aura auront sera seront a-t-il a-t-elle ont-ils doit doivent devait va vont peut veut fait qui que qu' dont ou et mais puis car donc ni si quand lorsque avec par pour sur dans en contre chez entre selon apres avant lors depuis pendant se s' ne n' y il elle ils elles on c' ce je j' nous vous comme ainsi afin alors a vers devant sans sous parmi hors",
)

/** Heads that go on with «pour la Syrie», «à Moscou», «en Irlande», «auprès de». */
export const GOES_ON = wordSet(
  'envoye envoyee emissaire emissaires ambassadeur ambassadrice candidat candidate conseiller conseillere secretaire representant representante haut coordinateur coordinatrice commissaire porte-parole ministre rapporteur rapporteure adjoint adjointe delegue procureur convention membres commission',
)

/** A phrase as typed that names several people: «les urgentistes», «la famille de Steve». */
export function isGroupPhrase(phrase: string): boolean {
  const [first = '', second = ''] = fold(phrase).split(/[\s'’]+/u)
  return isGroupHead(DETERMINERS.has(first) || DETERMINERS.has(`${first}'`) ? second : first)
}
