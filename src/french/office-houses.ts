// Organisations by all their names, and houses that stand for who governs in them: «l’Élysée», «le Pentagone». Our own lists.

/** `key | other names`; folded, an elided word stands as `d`, `l`. */
const ORGANISATIONS = `
otan | alliance atlantique, organisation du traite de l atlantique nord
fmi | fonds monetaire international
bce | banque centrale europeenne
fed | reserve federale, reserve federale americaine, banque centrale americaine
bns | banque nationale suisse
banque-de-france | banque de france
banque-d-angleterre | banque d angleterre
banque-mondiale | banque mondiale
oms | organisation mondiale de la sante
omc | organisation mondiale du commerce
ocde | organisation de cooperation et de developpement economiques
aiea | agence internationale de l energie atomique
osce | organisation pour la securite et la cooperation en europe
unesco |
unicef |
hcr | haut commissariat aux refugies
cio | comite international olympique
fifa | federation internationale de football
uefa |
cpi | cour penale internationale
cicr | comite international de la croix-rouge
ligue-arabe | ligue arabe
commission-europeenne | commission europeenne, executif europeen, commission de bruxelles
conseil-europeen | conseil europeen
conseil-de-l-europe | conseil de l europe
parlement-europeen | parlement europeen
eurogroupe |
senat |
assemblee-nationale | assemblee nationale, assemblee
conseil-constitutionnel | conseil constitutionnel, sages
cour-des-comptes | cour des comptes
medef | mouvement des entreprises de france
pnf | parquet national financier
cgt | confederation generale du travail
cfdt |
fo | force ouvriere
ps | parti socialiste
lr | les republicains, republicains
rn | rassemblement national
fn | front national
lfi | france insoumise, la france insoumise
pcf | parti communiste francais, parti communiste
eelv | europe ecologie-les verts, europe ecologie, les ecologistes, verts, europe ecologie les verts
lrem | la republique en marche, republique en marche, en marche
modem | mouvement democrate
udi |
hezbollah |
hamas |
lvmh |
edf |
sncf |
`

/** Whose president, secretary or director is who leads them: all their names are `head@`. */
const LED = new Set(
  'otan fmi bce fed bns banque-de-france banque-d-angleterre banque-mondiale oms omc ocde aiea osce unesco unicef hcr cio fifa uefa ligue-arabe onu commission-europeenne medef cgt cfdt fo ps lr rn fn lfi pcf eelv lrem modem udi hezbollah'.split(
    ' ',
  ),
)

/** `name | role of whoever governs there | country`. */
const HOUSES = `
elysee | head-of-state | france
palais de l elysee | head-of-state | france
matignon | head-of-government | france
quai d orsay | foreign-minister | france
bercy | economy-minister | france
beauvau | interior-minister | france
place beauvau | interior-minister | france
rue de valois | culture-minister | france
place vendome | justice-minister | france
chancellerie | justice-minister | 
maison blanche | head-of-state | etats-unis
maison-blanche | head-of-state | etats-unis
pentagone | defence-minister | etats-unis
departement d etat | foreign-minister | etats-unis
kremlin | head-of-state | russie
downing street | head-of-government | royaume-uni
10 downing street | head-of-government | royaume-uni
foreign office | foreign-minister | royaume-uni
diplomatie | foreign-minister |
presidence | head-of-state |
presidence de la republique | head-of-state |
gouvernement | head-of-government |
chigi | head-of-government | italie
moncloa | head-of-government | espagne
`

export interface House {
  readonly role: string
  readonly country: string
}

const named = (line: string): readonly string[] => line.split('|').map((part) => part.trim())

const ORGANISATION_NAMES: ReadonlyMap<string, string> = new Map(
  ORGANISATIONS.trim()
    .split('\n')
    .map(named)
    .flatMap(([key = '', names = '']) =>
      [key, key.replaceAll('-', ' '), ...names.split(',').map((name) => name.trim())]
        .filter((name) => name !== '')
        .map((name) => [name, key] as const),
    ),
)

const HOUSE_NAMES: ReadonlyMap<string, House> = new Map(
  HOUSES.trim()
    .split('\n')
    .map(named)
    .map(([name = '', role = '', country = '']) => [name, { role, country }] as const),
)

/** `onu`, `bce`; folded words with blanks, without an article. */
export const organisationOf = (words: string): string | undefined => ORGANISATION_NAMES.get(words)

/** Folded words with blanks, without an article. */
export const houseOf = (words: string): House | undefined => HOUSE_NAMES.get(words)

/** Whether one office leads the organisation, whatever it is called there. */
export const hasOneLeader = (organisation: string): boolean => LED.has(organisation)
