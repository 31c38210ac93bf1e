// Who met whom where the sentence names them by a title, a number or «ce dernier», or names each other’s namesakes.
import { met, metCases, perhaps } from './case.ts'

export const MET_REFERENCES = metCases([
  [
    'Qui Bernard Lescure a-t-il rencontré à Luxembourg ?',
    [met('reinholt', 'luxembourg'), met('moncada', 'luxembourg')],
    '«les trois ministres»',
    'the names stand one sentence before, after their nationalities',
  ],
  [
    'avec qui la ministre allemande de l’agriculture s est reunie',
    [met('lescure', 'luxembourg'), met('moncada', 'luxembourg')],
    '«les trois ministres»',
    'her office is the sum of «l’Allemande» and «les trois ministres de l’Agriculture»',
  ],
  [
    'Qui Javier Moncada a-t-il reçu ?',
    [met('galiciens', 'luxembourg'), perhaps('lescure', 'luxembourg'), perhaps('reinholt', 'luxembourg')],
    'group',
    'glued to a quotation; a delegation without names',
  ],
  [
    'qui a rencontré anouar baraka',
    [met('ndao', 'nairobi'), met('mwangi', 'nairobi'), perhaps('ferrando', 'benghazi')],
    '«MM.»',
    '«MM. Ndao et Baraka»; another meeting is only planned',
  ],
  [
    'Qui Ousmane Ndao a-t-il vu à Nairobi ?',
    [met('baraka', 'nairobi'), met('mwangi', 'nairobi')],
    'convened by a third',
    '«Elle a réuni … X et Y»: the host met both',
  ],
  [
    'avec qui grace mwangi doit elle parler en visio',
    [met('senoussi', 'mwangiVisio')],
    'video',
    'planned by video, after a meeting that was cancelled',
  ],
  [
    'Qui a accueilli les otages à l’aéroport de Dakar ?',
    [met('ndao', 'aeroport'), met('cisse', 'aeroport')],
    'passive',
    '«Ils ont été accueillis par A et par B»: the pronoun stands for a group',
  ],
  [
    'a qui ousmane ndao a-t-il téléphoné',
    [met('sidibe', 'sidibeAppel')],
    'telephone',
    '«son homologue malien, X»',
  ],
  [
    'Qui Arnaud Michel a-t-il rencontré ?',
    [met('thevenard', 'michel')],
    'given name for a surname',
    'a judge is called Michel Arnaud; a hearing is no meeting',
  ],
  [
    'qui a rencontré michel arnaud',
    [perhaps('michel')],
    'given name for a surname',
    'nobody but whoever he questioned',
  ],
  [
    'Qui Idriss Kamara a-t-il rencontré depuis septembre ?',
    [perhaps('ndao', 'kamara')],
    'denied',
    'asked from the other side',
  ],
])
