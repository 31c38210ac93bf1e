// The small words of titles: what stands before a role, between its complements, and which words are adjectives. Reads no text.
import { countryOfAdjective } from './demonyms.ts'
import { SPEECH } from './roles.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const ARTICLES = words(
  'le la l les un une du des au aux son sa ses leur leurs notre nos votre vos ce cet cette de d mon ma',
)
/** Between an article and the role: `l’ancien président`, `le très controversé ministre`. */
export const BEFORE_ROLE = words(
  'ancien ancienne nouveau nouvel nouvelle futur future actuel actuelle tres tout toute jeune vieux vieil vieille puissant puissante controverse controversee celebre feu ex propre grand grande principal principale desormais tres alors inamovible influent influente prochain prochaine seul seule fameux fameuse flamboyant eternel autre',
)
export const OF = words('de du des d')
/** They take «à», «au», «en», «pour», «auprès de» behind them. */
export const PLACED = words(
  'ambassador consul minister junior-minister deputy-minister secretary-of-state secretary adviser commissioner representative envoy candidate correspondant expert specialiste delegate high-representative negociateur negotiator professeur chercheur avocat juge procureur prosecutor general-prosecutor rapporteur group-leader coordinateur conseiller avocat deputy spokesperson directeur magistrat speaker deputy-mayor vice-president',
)
export const AT = words('a au aux en pour aupres')
export const CHARGED = words('charge chargee charges delegue deleguee')
/** No complement begins on them, folded: days, pronouns, what tells of time. */
export const NEVER_NOUN = words(`
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
ce cet cette ces son sa ses leur leurs il elle ils elles on nous vous je qui que quoi dont ou lui eux plus moins fait plusieurs
tout tous toute toutes nouveau nouvelle nombreux deux trois quatre cinq six sept huit neuf dix facon maniere nouveau part retour meme
mieux celui celle ceux l'un rien hier demain aujourd'hui lors apres avant cause autres autre`)
const ADJECTIVES = words(`
humain humains humaine humaines urbain urbaine marin marins souterrain etrangere etrangeres etranger etrangers interieur interieure exterieur exterieure exterieures superieur superieure public publics publique publiques
supreme unies unis armees armee adjoint adjointe haut haute delegue deleguee uni unie special speciale chretien europeen
vert verte verts libre libres mixte sociale sociaux saoudite moderne ouvrier ouvriere solidaire durable numerique productif
ancien anciens combattants verte rouge noir jeune jeunes senior federe solidaires elargi elargie permanent permanente
democrate republicain republicaine insoumis insoumise conservateur conservatrice souverainiste adjoints autonome
sortant sortante honoraire emerite intermittent nucleaire civil civile belge judiciaire corse basque flamand wallon privee prive catholique
suppleant suppleante majoritaire minoritaire titulaire mondial mondiale ministre-president legislatif executif executive
par_interim general generale`)
/** No complement of «à», «au»: what tells when and where something is said. */
export const OCCASIONS = words(
  'ouverture issue occasion sortie fin tribune micro antenne sujet propos cours moment nouveau telephone terme lendemain cote debut milieu titre suite presse television radio journalistes medias arrivee retour adresse egard endroit interieur exterieur',
)
/** Before a noun of a complement: `de la toute puissante fédération`, `de la troisième circonscription`. */
export const BEFORE_NOUN = words(
  'toute tout tres puissant puissante nouveau nouvelle nouvel grand grande grands grandes haut haute petit petite jeune ancien ancienne future premier premiere deuxieme seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme principal principale meilleur meilleure ex extreme beau belle celebre prestigieux prestigieuse bonne vraie',
)
const ADJECTIVE_SHAPE =
  /(?:[^aeiou]al|ales?|aux|els?|elles?|iques?|aires?|ifs?|ives?|iens?|iennes?|eens?|eennes?|aises?|oises?|istes?|iers?|ieres?|eux|euses?|ibles?|ables?)$/u
const NO_ADJECTIVE = words(`
explique indique implique complique critique applique revendique communique abdique rien bien combien soutien maintien entretien mais jamais
desormais fois trois parfois hier aux ceux deux eux mieux existe insiste consiste persiste resiste assiste faire affaires affaire
elle appelle celle rappelle quelle laquelle naturelle capable oblige notamment premier premiere dernier derniere faire contraire
maire commissaire secretaire notaire canal hopital tribunal journal cheval lieux peux veux yeux nombreux nombreuses travaux
chantier dossier quartier courrier metier vacances affaires matiere maniere carriere table semaines siens aile mille
militaires salaires adversaire anniversaire adversaires partenaire partenaires particulier celles elles lesquelles fidele modele
declare signale regale generales finale aille ai rivaux journaux generaux principaux municipales legislatives cantonales
regionales presidentielle presidentielles departementales elections gilets mal bal malgre egal special_ mali hebdomadaire
depositaire crises crise mesures surprise alternative initiative offensive perspective tentative polemique republique
panique musique boutique fabrique tunique piste liste visite artiste touriste journaliste
nouvelle nouvelles chapelle vaisselle querelle mademoiselle hotel appel rappel ciel logiciel duel tunnel label personnel materiel lequel auquel duquel
matinee soiree dernier premieres dernieres derniers barriere lumiere priere frontiere riviere
`)
export const PARTIES = words(
  'PS LR LREM RN FN LFI PCF EELV UDI MoDem UMP DVG DVD PRG SPD CDU CSU FDP MR CDH cdH DéFI Ecolo PP RPR UDF PC NPA PVV ND LO PDC UDC PLR PLQ PQ CAQ SVP AfD NKM SNP ANC AKP HDP CHP MHP CSV DP N-VA CD&V sp.a',
)

export const PARTY_NAME =
  /[ \u00A0](?:[Ll]a République en marche|[Ll]es Républicains|(?:[Ll]a )?France insoumise|Europe [ÉE]cologie(?:-[Ll]es Verts| [Ll]es Verts)?|Rassemblement national|Front national|divers (?:droite|gauche)|sans étiquette)(?![\p{L}-])/iuy

/** Of a folded word behind a noun: `russe`, `générale`, `européenne`. */
export function isTitleAdjective(key: string, isCapital: boolean): boolean {
  if (countryOfAdjective(key) !== undefined && !isCapital) return true
  if (isCapital || NO_ADJECTIVE.has(key)) return false
  if (ADJECTIVES.has(key)) return true
  return ADJECTIVE_SHAPE.test(key) && key.length > 4 && !SPEECH.has(key)
}
