// Who met whom among ministers and heads of state: voices of the verb, references, enumerations. Scores nothing.
import { met, metCases, perhaps } from './case.ts'

export const MET_ABROAD = metCases([
  [
    'Qui Mathilde Aubrac a-t-elle rencontré à Oslo ?',
    [
      met('solheim', 'oslo', 'osloNovembre'),
      perhaps('falkenberg', 'osloDiner'),
      perhaps('chercheuses', 'osloDiner'),
      perhaps('hauge', 'osloHauge'),
    ],
    'inversion',
    'the person asked is subject, the place is a filter; a dinner is told by one paper only',
  ],
  [
    'qui a rencontré ingrid solheim',
    [
      met('aubrac', 'oslo', 'osloNovembre'),
      met('figueira', 'lisbonne', 'reykjavik'),
      perhaps('pecheurs', 'sesimbra'),
    ],
    'no accents, no mark',
    'subject of one meeting, received in another, told by three articles of which one is a reprint',
  ],
  [
    'solheim a vu qui a lisbonne',
    [met('figueira', 'lisbonne')],
    'spoken order',
    'passive in the text, «a vu» in the question',
  ],
  [
    'Par qui Iermek Saparov a-t-il été reçu ?',
    [met('rochebrune', 'elysee'), met('aubrac', 'quaiOrsay')],
    'passive',
    '«accueilli» two sentences after «a reçu», with «le visiteur» for the name',
  ],
  [
    'qui a recu saparov a l elysee',
    [met('rochebrune', 'elysee')],
    'place',
    'one of three meetings of one day is at the Élysée',
  ],
  [
    'Qui a accueilli le ministre kazakh des Affaires étrangères au Quai d’Orsay ?',
    [met('aubrac', 'quaiOrsay')],
    'office for a name',
    '«le visiteur» is the minister of the sentence before',
  ],
  [
    'avec qui yermek saparov a-t-il parlé au téléphone ?',
    [met('aubrac', 'saparovAppel')],
    'telephone',
    'spelt Yermek here and Iermek in two other papers',
  ],
  [
    'saparov a signe un contrat avec qui',
    [met('kuntz', 'haussmann')],
    'subject gap',
    '«s’est rendu … et s’est entretenu avec», then «les deux hommes ont signé»',
  ],
  [
    'Qui a rencontré Damien Kuntz ?',
    [met('saparov', 'haussmann'), met('brandauer', 'turinKuntz'), met('kessler', 'nuit')],
    'several articles',
    'a talk after a gap, one aside, one negotiation by night',
  ],
  [
    'Qui Robert Callahan a-t-il rencontré à Genève ?',
    [met('aydin', 'geneve'), met('aalders', 'geneveAalders')],
    '«les deux hommes»',
    'the third one joins «les deux hommes» in the next sentence',
  ],
  [
    'kemal aydin a rencontré qui en septembre',
    [met('callahan', 'geneve'), met('aalders', 'geneveAalders', 'tunis')],
    'period',
    'a month without a year, Aydın with and without its dotless i',
  ],
  [
    'Qui le chef de la diplomatie américaine a-t-il vu au Caire ?',
    [met('mansouri', 'caire')],
    'office for a name',
    'the plan of one article is confirmed by another that writes el- for al-',
  ],
  [
    'qui est ce qui a rencontré hassan el mansouri',
    [met('callahan', 'caire'), met('senoussi', 'vienne'), perhaps('gouverneurs', 'gouverneurs')],
    'spellings',
    'al-, el- and Al Mansouri are one man; the governors are only planned',
  ],
  [
    'Avec qui le président égyptien s’est-il entretenu à Vienne ?',
    [met('senoussi', 'vienne')],
    'postponed, then held',
    'first put off, then held a week later under another spelling',
  ],
  [
    'qui a rencontré tarek senoussi',
    [
      met('mansouri', 'vienne'),
      met('aalders', 'tunis'),
      met('ndao', 'dakar'),
      met('ferrando', 'tripoli'),
      perhaps('diouf', 'dakarRepas'),
      perhaps('mwangi', 'mwangi', 'mwangiVisio'),
    ],
    'spellings',
    'al-, el- and no particle over five articles',
  ],
  [
    'Qui l’envoyé spécial de l’ONU pour la Libye a-t-il reçu à Tunis ?',
    [met('senoussi', 'tunis'), met('aydin', 'tunis'), met('fezzan', 'tunis')],
    'enumeration',
    '«tour à tour A, B et une délégation»',
  ],
  [
    'henrik aalders a recu qui le 29 septembre',
    [
      met('senoussi', 'tunis'),
      met('aydin', 'tunis'),
      met('fezzan', 'tunis'),
      perhaps('observateurs', 'tunisHopital'),
    ],
    'exact day',
    '«mardi» of an article of that day',
  ],
  [
    'Qui Henrik Aalders a-t-il vu à l’hôpital militaire ?',
    [met('observateurs', 'tunisHopital')],
    'subject gap',
    '«s’est ensuite rendu … et s’est entretenu avec»: a group without a name',
  ],
  [
    'Qui l’envoyée spéciale de l’ONU pour la Libye a-t-elle rencontré en novembre ?',
    [met('senoussi', 'tripoli'), met('maires', 'tripoli'), perhaps('baraka', 'benghazi')],
    'office changes hands',
    'Lucía Ferrando since 1 November; Aalders’s guests of September are not hers',
  ],
  [
    'qui doit rencontrer lucia ferrando',
    [met('baraka', 'benghazi')],
    'planned',
    '«est attendue … où elle doit s’entretenir avec»',
  ],
])
