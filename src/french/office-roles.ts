// Which words name which role: «patron», «PDG» and «directeur général» are one. Our own lists, folded. Says not where.

/** `class: phrase, phrase`; the singular, masculine and feminine; an elided word stands as `d`, `l`. */
const LIST = `
minister: ministre, ministre d etat
junior-minister: ministre delegue, ministre deleguee, sous-ministre, secretaire parlementaire
deputy-minister: vice-ministre, ministre adjoint, ministre adjointe, ministre-adjoint
secretary-of-state: secretaire d etat, sous-secretaire d etat
secretary: secretaire
justice-minister: garde des sceaux
head-of-state: chef de l etat, chef d etat, cheffe de l etat, cheffe d etat
head-of-government: premier ministre, premiere ministre, premier-ministre, chef du gouvernement, cheffe du gouvernement, chef de gouvernement, cheffe de gouvernement, chancelier, chanceliere, taoiseach, ministre-president, ministre-presidente, ministre en chef
deputy-head-of-government: vice-premier ministre, vice-premiere ministre, vice-chancelier, vice-chanceliere, vice-premier, vice-premiere, vice-ministre-president
president: president, presidente, co-president, co-presidente, copresident, copresidente
deputy-president: president delegue, presidente deleguee, president adjoint, presidente adjointe
honorary-president: president d honneur, presidente d honneur, president honoraire, presidente honoraire
vice-president: vice-president, vice-presidente, premier vice-president, premiere vice-presidente
monarch: roi, reine, monarque, souverain, souveraine, empereur, imperatrice, emir, sultan, tsar, grand-duc, grand-duchesse
crown-prince: prince heritier, princesse heritiere, prince-heritier
prince: prince, princesse
supreme-leader: guide supreme, guide de la revolution, dirigeant supreme, leader supreme
pope: pape, souverain pontife, eveque de rome, chef de l eglise catholique
head: chef, cheffe, patron, patronne, leader, pdg, president-directeur general, presidente-directrice generale, president directeur general, directeur general, directrice generale, dg, ceo, grand patron, homme fort, tete, numero un, numero 1
dirigeant: dirigeant, dirigeante
responsable: responsable
host: hote, hotesse, locataire, occupant, occupante
secretary-general: secretaire general, secretaire generale, secretaire-general, secretaire-generale
first-secretary: premier secretaire, premiere secretaire
national-secretary: secretaire national, secretaire nationale
director: directeur, directrice, directeur executif, directrice executive
deputy-director: directeur adjoint, directrice adjointe, directeur general adjoint, directrice generale adjointe, directeur general delegue, directrice generale deleguee, numero deux
cabinet-director: directeur de cabinet, directrice de cabinet, chef de cabinet, cheffe de cabinet, directeur du cabinet, directrice du cabinet
campaign-director: directeur de campagne, directrice de campagne
spokesperson: porte-parole, porteparole
mayor: maire, mairesse, bourgmestre, premier magistrat, premiere magistrate, edile
deputy-mayor: maire delegue, maire deleguee, adjoint, adjointe, maire adjoint, maire adjointe, maire-adjoint, adjoint au maire, adjointe au maire, adjoint a la maire, adjointe a la maire, premier adjoint, premiere adjointe, echevin, echevine
deputy: depute, deputee, depute-maire, deputee-maire
senator: senateur, senatrice
member-of-european-parliament: eurodepute, eurodeputee, depute europeen, deputee europeenne, parlementaire europeen, parlementaire europeenne
member-of-parliament: parlementaire
councillor: conseiller municipal, conseillere municipale, conseiller regional, conseillere regionale, conseiller departemental, conseillere departementale, conseiller general, conseillere generale, conseiller d etat, conseillere d etat, conseiller national, conseillere nationale
federal-councillor: conseiller federal, conseillere federale
adviser: conseiller, conseillere, conseiller special, conseillere speciale
commissioner: commissaire, haut-commissaire, haut commissaire, haute-commissaire, haute commissaire
high-representative: haut representant, haute representante, haut-representant, haute-representante, representant special, representante speciale pour les affaires etrangeres
ambassador: ambassadeur, ambassadrice, ambassadeur adjoint
consul: consul, consule, consul general, consule generale
envoy: envoye special, envoyee speciale, envoye, envoyee, emissaire, representant special, representante speciale, mediateur, mediatrice, envoye personnel
representative: representant, representante, representant permanent, representante permanente
negotiator: negociateur, negociatrice, negociateur en chef, negociatrice en chef
governor: gouverneur, gouverneure
prefect: prefet, prefete
sub-prefect: sous-prefet, sous-prefete
prosecutor: procureur, procureure, procureur de la republique, procureure de la republique
general-prosecutor: procureur general, procureure generale, procureur federal, procureure federale
district-attorney: avocat general, avocate generale
chief-of-staff: chef d etat-major, cheffe d etat-major, chef d etat-major des armees
speaker: chef de file, cheffe de file, tete de liste
group-leader: president du groupe, presidente du groupe, president de groupe, presidente de groupe
general-delegate: delegue general, deleguee generale
delegate: delegue, deleguee, delegue syndical, deleguee syndicale
treasurer: tresorier, tresoriere
founder: fondateur, fondatrice, cofondateur, cofondatrice, co-fondateur, co-fondatrice, createur, creatrice
owner: proprietaire, coproprietaire, actionnaire
candidate: candidat, candidate
coach: entraineur, entraineuse, coach, selectionneur, selectionneuse
captain: capitaine
editor-in-chief: redacteur en chef, redactrice en chef
chief-negotiator: chef negociateur
chief-rabbi: grand rabbin
homologue: homologue
`

/** Trades and ranks that are told beside a name; feminine forms behind `/`. The masculine is the class. */
const TRADES = `
acteur/actrice administrateur/administratrice agriculteur/agricultrice amiral/ analyste/ animateur/animatrice anthropologue/
architecte/ archeveque/ archiduc/ artiste/ astronaute/ auteur/autrice,auteure avocat/avocate banquier/banquiere biologiste/
cardinal/ champion/championne chanteur/chanteuse chercheur/chercheuse chirurgien/chirurgienne chroniqueur/chroniqueuse
cineaste/ colonel/ comedien/comedienne commandant/commandante compositeur/compositrice conservateur/conservatrice consultant/consultante
coordinateur/coordinatrice,coordonnateur,coordonnatrice correspondant/correspondante couturier/couturiere dessinateur/dessinatrice
dictateur/ diplomate/ doyen/doyenne economiste/ ecrivain/ecrivaine editeur/editrice editorialiste/ epidemiologiste/ essayiste/
eveque/ expert/experte footballeur/footballeuse general/generale geographe/ geologue/ historien/historienne humoriste/ imam/
infectiologue/ ingenieur/ingenieure inspecteur/inspectrice journaliste/ juge/ juriste/ lieutenant/ lieutenant-colonel/
magistrat/magistrate marechal/ medecin/ membre/ militant/militante musicien/musicienne notaire/ opposant/opposante
parrain/marraine pasteur/ patriarche/ philosophe/ photographe/ physicien/physicienne pianiste/ pilote/ politologue/ premier-vice-president/
presentateur/presentatrice pretre/ procureur-adjoint/ producteur/productrice professeur/professeure proviseur/ psychiatre/
psychologue/ rabbin/ rapporteur/rapporteure,rapporteuse realisateur/realisatrice recteur/rectrice redacteur/redactrice
referent/referente romancier/romanciere scenariste/ scientifique/ sociologue/ specialiste/ syndicaliste/ theologien/theologienne
vice-amiral/ vice-procureur/vice-procureure virologue/ milliardaire/ activiste/ bassiste/ batteur/batteuse chef-adjoint/ cycliste/
danseur/danseuse chorege/ choregraphe/ sculpteur/sculptrice peintre/ poete/poetesse rappeur/rappeuse styliste/ tennisman/
sprinteur/sprinteuse attaquant/attaquante defenseur/defenseuse gardien/gardienne joueur/joueuse milieu/ buteur/ ailier/
navigateur/navigatrice nageur/nageuse judoka/ skieur/skieuse pretendant/pretendante dissident/dissidente
`

export interface RolePhrase {
  readonly words: readonly string[]
  readonly role: string
}

function tradePhrases(entry: string): readonly RolePhrase[] {
  const [masculine = '', feminine = ''] = entry.split('/')
  return [masculine, ...feminine.split(',')]
    .filter((word) => word !== '')
    .map((word) => ({ words: [word], role: masculine }))
}

const PHRASES: readonly RolePhrase[] = [
  ...LIST.trim()
    .split('\n')
    .flatMap((line) => {
      const [role = '', phrases = ''] = line.split(':')
      return phrases.split(',').map((phrase) => ({ words: phrase.trim().split(' '), role }))
    }),
  ...TRADES.trim().split(/\s+/).flatMap(tradePhrases),
]

/** By their first word, the longest first. */
const BY_FIRST: ReadonlyMap<string, readonly RolePhrase[]> = Map.groupBy(
  PHRASES.toSorted((one, other) => other.words.length - one.words.length),
  ({ words }) => words[0] ?? '',
)

/** The longest role whose words begin at `from`. */
export function roleAt(words: readonly string[], from = 0): RolePhrase | undefined {
  return BY_FIRST.get(words[from] ?? '')?.find((phrase) =>
    phrase.words.every((word, at) => words[from + at] === word),
  )
}

/** Whether a role may begin on this folded word. */
export const opensRole = (word: string): boolean => BY_FIRST.has(word)

/** Portfolios of ministers: the first that a title has counts. Expressions over folded words. */
const PORTFOLIOS: readonly (readonly [portfolio: string, words: RegExp])[] = [
  [
    'foreign',
    /\b(?:affaires? etrangeres?|relations exterieures|affaires exterieures|diplomatie|relations internationales|quai d orsay|foreign office)\b/u,
  ],
  ['interior', /\binterieur\b|\bsecurite interieure\b|\baffaires interieures\b/u],
  ['defence', /\b(?:defense|armees?|guerre|forces armees)\b/u],
  ['justice', /\bjustice\b/u],
  ['treasury', /\btresor\b/u],
  ['budget', /\b(?:budget|comptes publics)\b/u],
  ['economy', /\beconomie\b|\baffaires economiques\b/u],
  ['finance', /\bfinances?\b/u],
  ['health', /\b(?:sante|solidarites et de la sante)\b/u],
  ['higher-education', /\b(?:enseignement superieur|recherche|universites)\b/u],
  ['education', /\beducation|enseignement|instruction publique\b/u],
  ['environment', /\b(?:environnement|ecologie|transition ecologique|developpement durable|climat)\b/u],
  ['agriculture', /\bagriculture\b/u],
  ['culture', /\bculture\b/u],
  ['transport', /\btransports?\b/u],
  ['labour', /\b(?:travail|emploi)\b/u],
  ['trade', /\bcommerce\b/u],
  ['industry', /\b(?:industrie|redressement productif)\b/u],
  ['energy', /\b(?:energie|petrole|hydrocarbures)\b/u],
  ['sport', /\bsports?\b/u],
  ['housing', /\b(?:logement|habitat|ville)\b/u],
  ['overseas', /\boutre-mers?\b/u],
  ['european-affairs', /\b(?:affaires europeennes|europe)\b/u],
  ['family', /\b(?:famille|enfance)\b/u],
  ['women', /\b(?:femmes|egalite)\b/u],
  ['social-affairs', /\b(?:affaires sociales|solidarites?|securite sociale)\b/u],
  ['digital', /\b(?:numerique|telecommunications?)\b/u],
  ['immigration', /\b(?:immigration|migration|asile)\b/u],
  ['civil-service', /\bfonction publique\b/u],
  [
    'territories',
    /\b(?:cohesion des territoires|territoires|collectivites territoriales|decentralisation)\b/u,
  ],
  ['parliament-relations', /\brelations avec le parlement\b/u],
  ['information', /\b(?:information|communication)\b/u],
  ['tourism', /\btourisme\b/u],
  ['religious-affairs', /\b(?:affaires religieuses|cultes)\b/u],
  ['development', /\b(?:developpement|cooperation)\b/u],
  ['veterans', /\banciens combattants\b/u],
  ['homeland-security', /\bsecurite\b/u],
]

/** `foreign` for «des Affaires étrangères et de l’Europe»; the first that stands there, undefined for an unknown one. */
export function portfolioOf(words: string): string | undefined {
  let [best, first] = [undefined as string | undefined, Infinity]
  for (const [portfolio, expression] of PORTFOLIOS) {
    const at = words.search(expression)
    if (at < 0) continue
    if (portfolio === 'foreign') return portfolio
    if (at < first) [best, first] = [portfolio, at]
  }
  return best
}

/** Keys of every ministry of a country: `foreign-minister@norvege`, `defence-minister@norvege`… */
export const ministerKeys = (where: string): readonly string[] =>
  PORTFOLIOS.map(([portfolio]) => `${portfolio}-minister@${where}`)
