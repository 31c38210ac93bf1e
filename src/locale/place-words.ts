// A place with the preposition that French wants before it. Knows countries and the words of names, no map.

/** Masculine countries and lands that do not begin with a vowel. */
const MASCULINE = new Set(
  'Bangladesh Bénin Botswana Brésil Burkina Burundi Cambodge Cameroun Canada Cap-Vert Chili Congo Costa-Rica Danemark Gabon Ghana Groenland Guatemala Honduras Japon Kazakhstan Kenya Kirghizstan Kosovo Koweït Kurdistan Laos Liban Liberia Liechtenstein Luxembourg Malawi Mali Maroc Mexique Monténégro Mozambique Nicaragua Niger Nigeria Panama Pakistan Paraguay Pérou Portugal Qatar Québec Rwanda Sénégal Soudan Suriname Tadjikistan Tchad Togo Turkménistan Vatican Venezuela Vietnam Yémen Zimbabwe Royaume-Uni'.split(
    ' ',
  ),
)

const FEMININE_OR_VOWEL = new Set(
  'Afghanistan Afrique Albanie Algérie Allemagne Amérique Andorre Angleterre Angola Arabie Argentine Arménie Asie Australie Autriche Azerbaïdjan Belgique Biélorussie Birmanie Bolivie Bosnie Bretagne Bulgarie Catalogne Centrafrique Chine Cisjordanie Colombie Corée Corse Crimée Croatie Écosse Égypte Équateur Érythrée Espagne Estonie Éthiopie Europe Finlande France Gambie Géorgie Grèce Guadeloupe Guinée Guyane Hongrie Inde Indonésie Irak Iran Irlande Islande Israël Italie Jamaïque Jordanie Lettonie Libye Lituanie Macédoine Malaisie Martinique Mauritanie Moldavie Mongolie Namibie Normandie Norvège Nouvelle-Calédonie Nouvelle-Zélande Ouganda Ouzbékistan Palestine Papouasie Pologne Polynésie Roumanie Russie Serbie Sibérie Sicile Slovaquie Slovénie Somalie Suède Suisse Syrie Tanzanie Tchéquie Thaïlande Tunisie Turquie Ukraine Uruguay Wallonie Zambie'.split(
    ' ',
  ),
)

const PLURAL = new Set(
  'Antilles Bahamas Comores Émirats États-Unis Etats-Unis Maldives Pays-Bas Philippines Seychelles Nations'.split(
    ' ',
  ),
)

/** Houses from which people govern, and other places that have an article. */
const SEATS: readonly (readonly [place: RegExp, before: string])[] = [
  [/^[ÉE]lysée/u, 'à l’'],
  [/^(?:Maison[ -]Blanche|Chancellerie|Hofburg|préfecture|mairie|présidence|résidence)/u, 'à la '],
  [
    /^(?:Kremlin|Quai d|Palais|palais|Capitole|Berlaymont|château|siège|ministère|Bureau ovale|\d+,? Downing)/u,
    'au ',
  ],
]

/** «à Genève», «en Russie», «au Maroc», «aux États-Unis», «au Caire»; `place` stands without a preposition. */
export function atPlace(place: string): string {
  const article = /^(?:(Le) |(Les) )(?=\p{Lu})/u.exec(place)
  if (article !== null) return `${article[1] === undefined ? 'aux' : 'au'} ${place.slice(article[0].length)}`
  const [head = ''] = place.split(' ')
  const seat = SEATS.find(([pattern]) => pattern.test(place))
  if (seat !== undefined) return `${seat[1]}${place}`
  if (PLURAL.has(head)) return `aux ${place}`
  if (MASCULINE.has(head)) return `au ${place}`
  // «en Corée du Nord», «en Arabie saoudite»; «à Europe 1» is no place.
  if (FEMININE_OR_VOWEL.has(head)) return `en ${place}`
  return `à ${place}`
}
