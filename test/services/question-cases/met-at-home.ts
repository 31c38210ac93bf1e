// Who met whom at home: an office that changes hands, periods, surnames of two people, meetings without the word.
import { met, metCases, perhaps } from './case.ts'

const GOVERNMENT = metCases([
  [
    'Qui Hélène Vasseur a-t-elle reçu à Matignon ?',
    [
      met('kessler', 'syndicats'),
      met('tardieu', 'syndicats'),
      met('haddad', 'syndicats'),
      met('lastours', 'patronat'),
      perhaps('castaing', 'passation'),
    ],
    'enumeration',
    'three at a time, one by a participle in front of his name, a successor in the courtyard',
  ],
  [
    'qui le premier ministre a-t-il rencontré en septembre',
    [
      met('kessler', 'syndicats'),
      met('tardieu', 'syndicats'),
      met('haddad', 'syndicats'),
      met('lastours', 'patronat'),
    ],
    'office changes hands',
    'in September the office is Hélène Vasseur’s, whatever its gender in the question',
  ],
  [
    'Qui le Premier ministre a-t-il reçu depuis le 16 octobre ?',
    [
      met('tardieu', 'tardieu'),
      met('haddad', 'haddad'),
      perhaps('lestienne', 'lestienne'),
      perhaps('lastours', 'lastoursAppel'),
      perhaps('arnoult', 'arnoult'),
    ],
    'office changes hands',
    'since 14 October it is Julien Castaing’s',
  ],
  [
    'qui a recu la premiere ministre le 12 octobre',
    [met('rochebrune', 'demission')],
    'exact day',
    '«l’avait reçue»: the pronoun is the minister who resigns',
  ],
  [
    'Par qui Hubert de Lastours a-t-il été reçu ?',
    [met('vasseur', 'patronat'), perhaps('rochebrune', 'cannes')],
    'participle first',
    '«Reçu mercredi à Matignon par», a name with a particle',
  ],
  [
    'avec qui julien castaing s est entretenu par telephone',
    [met('lastours', 'lastoursAppel')],
    'telephone',
    '«le locataire de Matignon» for the name',
  ],
  [
    'qui a refusé de rencontrer castaing',
    [met('kessler', 'kesslerRefus'), met('garrec', 'garrec')],
    'refused',
    '«a décliné l’invitation» and «ne rencontrerait pas» in two articles',
  ],
  [
    'Qui Julien Castaing doit-il recevoir mardi ?',
    [met('arnoult', 'arnoult')],
    'planned',
    '«recevra mardi 17 novembre», asked on the Sunday before',
  ],
  [
    'castaing a vu qui cette semaine',
    [met('lestienne', 'lestienne'), perhaps('garrec', 'garrec')],
    'period',
    '«jeudi» of an article of Friday; next Tuesday is another week',
  ],
  [
    'Qui a rencontré Samir Haddad ?',
    [met('vasseur', 'syndicats'), met('castaing', 'haddad')],
    'plan confirmed',
    '«sera reçu jeudi», then «Comme prévu, … a rencontré jeudi le Premier ministre»',
  ],
  [
    'agnes tardieu a été reçue par qui',
    [met('vasseur', 'syndicats'), met('castaing', 'tardieu')],
    'office changes hands',
    'two heads of government received the same unionist',
  ],
  [
    'A qui Hélène Vasseur a-t-elle passé le relais à Matignon ?',
    [met('castaing', 'passation')],
    'apposition',
    '«a accueilli son successeur, Julien Castaing»',
  ],
  [
    'qui a déjeuné avec rochebrune',
    [met('marechal', 'dejeuner')],
    'meal',
    'the asked man is «son successeur» in the text',
  ],
  [
    'Qui Philippe Maréchal a-t-il rencontré à Lisbonne ?',
    [met('figueira', 'lisbonne2016')],
    'background',
    'noun, year and place of a memory: «sa rencontre, en 2016 à Lisbonne, avec»',
  ],
  [
    'qui doit etre reçu à l’élysée jeudi',
    [met('morvan', 'decorees'), met('guivarch', 'decorees')],
    'planned',
    '«Le chef de l’État recevra jeudi 19 novembre», nobody is named in the question',
  ],
  [
    'Qui le chef de l’État doit-il recevoir ?',
    [
      met('morvan', 'decorees'),
      met('guivarch', 'decorees'),
      perhaps('aydin', 'aydinDemande'),
      perhaps('morishita', 'brest'),
    ],
    'office for a name',
    'two laureates joined by «et»',
  ],
  [
    'Qui Étienne Rochebrune a-t-il rencontré en octobre ?',
    [
      met('vasseur', 'demission'),
      met('montalbani', 'turin'),
      met('brandauer', 'turin'),
      met('marechal', 'dejeuner'),
      perhaps('morishita', 'visio'),
      perhaps('castaing'),
    ],
    'period',
    'four articles of one month; September and November stay out',
  ],
  [
    'avec qui olivier granger a t il diné',
    [perhaps('saulnier', 'saulnier')],
    'denied',
    'nothing, or Saulnier said to be denied',
  ],
  [
    'Avec qui Bruno Kessler a-t-il négocié ?',
    [met('kuntz', 'nuit'), perhaps('vasseur', 'syndicats')],
    'negotiation',
    '«Ils ont négocié», the names come in the next sentence',
  ],
  [
    'qui a rendu visite a stefan lindqvist',
    [met('cormier', 'prison')],
    'visit',
    '«a rendu visite … à la prison … au militant suédois»',
  ],
])

const REGIONS = metCases([
  [
    'Qui Sophie Dupré a-t-elle rencontré ?',
    [
      met('lebihan', 'eleveurs'),
      met('marchadier', 'prefecture'),
      met('paulDupre', 'beauvau'),
      perhaps('quemener', 'mediatheque'),
      perhaps('traore', 'mediatheque'),
    ],
    'one surname, two people',
    'what Paul Dupré did is not hers; they met each other once',
  ],
  [
    'qui a rencontré paul dupré',
    [
      met('sophieDupre', 'beauvau'),
      met('sinistres', 'sinistres'),
      perhaps('marchadier', 'sinistres'),
      perhaps('vidal', 'sinistres'),
    ],
    'one surname, two people',
    'the farmers saw the mayor, not the minister',
  ],
  [
    'Qui le ministre de l’Intérieur a-t-il reçu place Beauvau ?',
    [met('sophieDupre', 'beauvau')],
    'office for a name',
    'passive with both offices',
  ],
  [
    'la maire de valmy-sur-loire a reçu qui',
    [met('lebihan', 'eleveurs')],
    'office for a name',
    'a mayor’s office by its town',
  ],
  [
    'avec qui le prefet de haute combe s’est il entendu sur l’abattoir',
    [met('sophieDupre', 'prefecture')],
    'no meeting word',
    '«L’entrevue a eu lieu», names in the next sentence',
  ],
  [
    'Qui Gilles Marchadier a-t-il rencontré ?',
    [met('sophieDupre', 'prefecture'), perhaps('paulDupre', 'sinistres'), perhaps('sinistres', 'sinistres')],
    'plan confirmed',
    'announced for next week, held on Wednesday, told by the same paper',
  ],
  [
    'yannick lebihan a vu qui',
    [met('sophieDupre', 'eleveurs'), perhaps('lescure', 'marcayEvite')],
    'typo',
    'written together; the minister of Agriculture avoided him',
  ],
  [
    'Qui a accueilli Bernard Lescure à Marçay-le-Bourg ?',
    [met('arboriculteurs', 'marcay'), perhaps('bastide', 'marcay'), perhaps('hamel', 'marcay')],
    'passive',
    '«a été accueilli par une trentaine de», a group',
  ],
  [
    'avec qui le ministre de l’agriculture a discuté',
    [
      met('bastide', 'marcay'),
      perhaps('arboriculteurs', 'marcay'),
      perhaps('hamel', 'marcay'),
      perhaps('lebihan', 'marcayEvite'),
      perhaps('reinholt', 'luxembourg'),
      perhaps('moncada', 'luxembourg'),
    ],
    'pronoun subject',
    '«Il a discuté … avec leur porte-parole, Corinne Bastide»',
  ],
  [
    'Qui était aux côtés de Lucie Arnaudin pour le tramway ?',
    [met('granger', 'tram')],
    'no meeting word',
    '«aux côtés du ministre des Transports»',
  ],
  [
    'qui etait present avec sophie dupré à la médiathèque',
    [met('quemener', 'mediatheque'), met('traore', 'mediatheque')],
    'no meeting word',
    '«en présence de la sous-préfète, X, et du conteur Y»',
  ],
  [
    'Qui Nadia Ferhat a-t-elle vu à l’hôpital de Vernay ?',
    [met('carmeaux', 'hopital'), met('infirmieres', 'hopital'), perhaps('urgentistes', 'hopitalEvite')],
    'negated',
    'the strikers are told as not met',
  ],
  [
    'qui a été reçu par olivier granger',
    [met('thevenard', 'transports')],
    'passive',
    'the minister is named in the sentence after; a denied dinner is no reception',
  ],
  [
    'isabelle thévenart a rencontré qui',
    [met('granger', 'transports'), met('michel', 'michel')],
    'typo',
    'one letter wrong in a surname',
  ],
  [
    'Qui Luc Hamel a-t-il rencontré ?',
    [perhaps('lescure', 'marcay')],
    'not a meeting',
    'forbidden to be met by Vitrac, and a basket given to a minister',
  ],
])

export const MET_AT_HOME = [...GOVERNMENT, ...REGIONS]
