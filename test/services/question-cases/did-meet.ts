// Whether two people met: yes, no, and what the articles say of it. Scores nothing.
import type { DidMeetCase } from './case.ts'
import type { MeetingKey } from './meetings.ts'

type Row = readonly ['oui' | 'non', string, readonly MeetingKey[], string, string]

const ROWS: readonly Row[] = [
  ['oui', 'Mathilde Aubrac a-t-elle rencontré Ingrid Solheim ?', ['oslo'], 'inversion', 'the plain case'],
  [
    'oui',
    'solheim a rencontré aubrac ?',
    ['oslo'],
    'no accents, no mark',
    'the order of the text turned round, only a question mark',
  ],
  [
    'oui',
    'est ce que callahan a vu le président égyptien',
    ['caire'],
    'office for a name',
    'a plan that another article confirms',
  ],
  [
    'non',
    'Le président sénégalais a-t-il rencontré Idriss Kamara ?',
    ['kamara'],
    'denied',
    'denied by the presidency',
  ],
  ['non', 'brandauer a t il reçu radovanovic', ['berlinRefus'], 'refused', 'he refused to receive him'],
  ['non', 'Anders Hauge a-t-il reçu Mathilde Aubrac ?', ['osloHauge'], 'cancelled', 'cancelled on the day'],
  [
    'non',
    'la rencontre entre markovic et benhaddou à berne a-t-elle eu lieu',
    ['berne'],
    'cancelled',
    'cancelled a week before its day',
  ],
  [
    'oui',
    'La rencontre de Berne a-t-elle été annulée ?',
    ['berne'],
    'asked for its status',
    '«oui» says that it was cancelled',
  ],
  [
    'oui',
    'la rencontre entre mansouri et senoussi a été reportée ?',
    ['vienne'],
    'asked for its status',
    'put off by a week, then held',
  ],
  [
    'oui',
    'Rochebrune et Maréchal ont-ils déjeuné ensemble ?',
    ['dejeuner'],
    'equals',
    'two subjects with «ensemble»',
  ],
  [
    'non',
    'Olivier Granger a-t-il dîné avec Éric Saulnier ?',
    ['saulnier'],
    'denied',
    'the minister denies, a weekly affirms: what the article says is the denial',
  ],
  [
    'non',
    'nadia ferhat a rencontré les urgentistes ?',
    ['hopitalEvite'],
    'negated',
    '«n’a pas rencontré» is an answer',
  ],
  [
    'non',
    'Bernard Lescure a-t-il vu Yannick Le Bihan ?',
    ['marcayEvite'],
    'negated',
    '«n’a pas rencontré … qui avait fait le déplacement»',
  ],
  [
    'oui',
    'castaing a-t-il reçu samir haddad',
    ['haddad'],
    'plan confirmed',
    'announced on Monday, told on Thursday',
  ],
  [
    'oui',
    'Saparov et Aubrac se sont-ils parlé au téléphone ?',
    ['saparovAppel'],
    'telephone',
    'a reciprocal verb',
  ],
  [
    'oui',
    'Paul Dupré a-t-il reçu Sophie Dupré ?',
    ['beauvau'],
    'one surname, two people',
    'both are named in full',
  ],
  [
    'non',
    'Ilse Verhoeven a vu le patriarche à Belgrade ?',
    ['patriarche'],
    'negated',
    '«n’a pas vu» against what the local press had announced',
  ],
  [
    'non',
    'louis garrec va-t-il rencontrer le premier ministre ?',
    ['garrec'],
    'refused',
    '«a fait savoir qu’il ne rencontrerait pas»',
  ],
]

export const DID_MEET: readonly DidMeetCase[] = ROWS.map(([says, question, meetings, phenomenon, why]) => {
  return { kind: 'did-meet', says, question, meetings, phenomenon, why }
})
