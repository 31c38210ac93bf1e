// People and groups of the invented articles whom a case expects, with their spellings. Knows no meeting.

export interface KnownPerson {
  /** The longest form. */
  readonly name: string
  /** Other spellings of the whole name; of groups, words that say the same. */
  readonly spellings?: readonly string[]
  /** Alone it names this person and nobody else of the articles; absent where it does not. */
  readonly surname?: string
}

const person = (name: string, surname: string, ...spellings: readonly string[]): KnownPerson => ({
  name,
  surname,
  spellings,
})

const group = (name: string, ...spellings: readonly string[]): KnownPerson => ({ name, spellings })

const KNOWN = {
  aalders: person('Henrik Aalders', 'Aalders'),
  arboriculteurs: group('une trentaine d’arboriculteurs en colère', 'arboriculteurs'),
  arnaudin: person('Lucie Arnaudin', 'Arnaudin'),
  arnoult: person('Clémence Arnoult', 'Arnoult'),
  aubrac: person('Mathilde Aubrac', 'Aubrac'),
  aydin: person('Kemal Aydin', 'Aydin', 'Kemal Aydın'),
  baraka: person('Anouar Baraka', 'Baraka'),
  bastide: person('Corinne Bastide', 'Bastide'),
  benhaddou: person('Karim Benhaddou', 'Benhaddou'),
  brandauer: person('Lukas Brandauer', 'Brandauer'),
  callahan: person('Robert Callahan', 'Callahan'),
  carmeaux: person('Sylvie Carmeaux', 'Carmeaux'),
  castaing: person('Julien Castaing', 'Castaing'),
  chercheuses: group('deux chercheuses de l’université de Bergen', 'deux chercheuses'),
  cisse: person('Fatou Binta Cissé', 'Cissé'),
  cormier: person('Yvan Cormier', 'Cormier'),
  diouf: person('Babacar Diouf', 'Diouf'),
  etudiants: group('des étudiants en droit', 'étudiants'),
  falkenberg: person('Knut Falkenberg', 'Falkenberg'),
  familles: group('les familles des otages', 'familles des otages'),
  ferhat: person('Nadia Ferhat', 'Ferhat'),
  ferrando: person('Lucía Ferrando', 'Ferrando', 'Lucia Ferrando'),
  fezzan: group('une délégation des tribus du Fezzan', 'tribus du Fezzan'),
  figueira: person('Duarte Figueira', 'Figueira'),
  garrec: person('Louis Garrec', 'Garrec'),
  gouverneurs: group('les gouverneurs des provinces de l’Ouest', 'gouverneurs'),
  galiciens: group('une délégation de producteurs galiciens', 'producteurs galiciens'),
  granger: person('Olivier Granger', 'Granger'),
  guivarch: person('Solène Guivarch', 'Guivarch'),
  haddad: person('Samir Haddad', 'Haddad'),
  hamel: person('Luc Hamel', 'Hamel'),
  hauge: person('Anders Hauge', 'Hauge'),
  infirmieres: group('des élèves infirmières', 'élèves infirmières'),
  ingenieurs: group('les sept ingénieurs', 'sept otages', 'ingénieurs', 'otages'),
  kamara: person('Idriss Kamara', 'Kamara'),
  kessler: person('Bruno Kessler', 'Kessler'),
  kuntz: person('Damien Kuntz', 'Kuntz'),
  lastours: person('Hubert de Lastours', 'Lastours', 'de Lastours'),
  lebihan: person('Yannick Le Bihan', 'Le Bihan'),
  lescure: person('Bernard Lescure', 'Lescure'),
  lestienne: person('Armand Lestienne', 'Lestienne'),
  lindqvist: person('Stefan Lindqvist', 'Lindqvist'),
  maires: group('les maires de six communes du littoral', 'maires de six communes'),
  mansouri: person('Hassan al-Mansouri', 'Mansouri', 'Hassan el-Mansouri', 'Hassan Al Mansouri'),
  marchadier: person('Gilles Marchadier', 'Marchadier'),
  marechal: person('Philippe Maréchal', 'Maréchal'),
  michel: { name: 'Arnaud Michel' },
  moncada: person('Javier Moncada', 'Moncada'),
  markovic: person('Elena Marković', 'Markovic'),
  montalbani: person('Chiara Montalbani', 'Montalbani'),
  morishita: person('Kenji Morishita', 'Morishita'),
  morvan: person('Jeanne Morvan', 'Morvan'),
  mwangi: person('Grace Mwangi', 'Mwangi'),
  ndao: person('Ousmane Ndao', 'Ndao'),
  observateurs: group('deux observateurs blessés', 'observateurs blessés', 'deux observateurs'),
  patriarche: group('le patriarche', 'patriarche'),
  paulDupre: { name: 'Paul Dupré' },
  pecheurs: group('des patrons pêcheurs', 'patrons pêcheurs'),
  quemener: person('Anne Quéméner', 'Quéméner'),
  radovanovic: person('Miloš Radovanović', 'Radovanovic'),
  reinholt: person('Anke Reinholt', 'Reinholt'),
  rochebrune: person('Étienne Rochebrune', 'Rochebrune'),
  sandrelli: person('Aldo Sandrelli', 'Sandrelli'),
  saparov: person('Iermek Saparov', 'Saparov', 'Yermek Saparov'),
  saulnier: person('Éric Saulnier', 'Saulnier'),
  senoussi: person('Tarek al-Senoussi', 'Senoussi', 'Tarek el-Senoussi', 'Tarek Senoussi'),
  sidibe: person('Boubacar Sidibé', 'Sidibé'),
  sinistres: group('les sinistrés', 'sinistrés'),
  solheim: person('Ingrid Solheim', 'Solheim'),
  sophieDupre: { name: 'Sophie Dupré' },
  tardieu: person('Agnès Tardieu', 'Tardieu'),
  thevenard: person('Isabelle Thévenard', 'Thévenard'),
  tonyVasseur: { name: 'Tony Vasseur' },
  traore: person('Malik Traoré', 'Traoré'),
  urgentistes: group('les urgentistes', 'urgentistes'),
  vasseur: { name: 'Hélène Vasseur' },
  verhoeven: person('Ilse Verhoeven', 'Verhoeven'),
  vidal: person('Marcelle Vidal', 'Vidal'),
} as const satisfies Readonly<Record<string, KnownPerson>>

export type PersonKey = keyof typeof KNOWN

export const PEOPLE: Readonly<Record<PersonKey, KnownPerson>> = KNOWN
