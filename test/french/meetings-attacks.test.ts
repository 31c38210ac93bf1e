// Ordinary sentences that once were read wrongly, by phenomenon: who met whom, how it ended, and who only seems to have.
import { describe, expect, it } from 'vitest'
import { findMeetings } from '../../src/french/meetings.ts'
import { isGroupPhrase } from '../../src/french/party-words.ts'
import { daysOf, statusesOf, whoMet } from './told-lines.ts'

const PAIR = 'Paul Kerbrat → Anne Postec'
const EQUALS = 'Paul Kerbrat + Anne Postec'

/** `done Paul Kerbrat → Anne Postec` */
const lines = (text: string): readonly string[] => {
  const statuses = statusesOf(text)
  return whoMet(text).map((who, at) => `${statuses[at] ?? ''} ${who}`)
}

describe('sentences that attack the reader of meetings', () => {
  describe.each<[string, readonly (readonly [string, readonly string[]])[]]>([
    [
      'not whoever is told to meet somebody, not whoever tells it (object control)',
      [
        ['Paul Kerbrat a chargé Luc Morin de rencontrer Anne Postec.', ['planned Luc Morin → Anne Postec']],
        [
          'Paul Kerbrat a demandé à Luc Morin de rencontrer Anne Postec.',
          ['possible Luc Morin → Anne Postec'],
        ],
        ['Paul Kerbrat interdit à Luc Morin de rencontrer Anne Postec.', ['refused Luc Morin → Anne Postec']],
        ['Paul Kerbrat a laissé Luc Morin rencontrer Anne Postec.', ['done Luc Morin → Anne Postec']],
      ],
    ],
    [
      'not a clause behind «et» or a comma has a subject of its own',
      [
        [
          'Paul Kerbrat a rencontré Anne Postec et Luc Morin a rencontré Eva Bihan.',
          [`done ${PAIR}`, 'done Luc Morin → Eva Bihan'],
        ],
        [
          'Paul Kerbrat a rencontré Anne Postec, Luc Morin a rencontré Eva Bihan.',
          [`done ${PAIR}`, 'done Luc Morin → Eva Bihan'],
        ],
        [
          'Depuis que Luc Morin a rencontré Anne Postec, Paul Kerbrat est heureux.',
          ['done Luc Morin → Anne Postec'],
        ],
      ],
    ],
    [
      'not no meeting at all (aucun, pas de, démenti, faillir, tenter, aurait dû)',
      [
        ['Aucune rencontre entre Paul Kerbrat et Anne Postec n’est prévue.', [`denied ${EQUALS}`]],
        ['Il n’y a pas eu de rencontre entre Paul Kerbrat et Anne Postec.', [`denied ${EQUALS}`]],
        ['Paul Kerbrat n’a pas de rendez-vous avec Anne Postec.', [`denied ${PAIR}`]],
        ['Paul Kerbrat n’a pas rendu visite à Anne Postec.', [`denied ${PAIR}`]],
        ['Paul Kerbrat est parti sans avoir rencontré Anne Postec.', [`denied ${PAIR}`]],
        ['Paul Kerbrat a tenté de rencontrer Anne Postec.', [`possible ${PAIR}`]],
        ['Paul Kerbrat tentera de rencontrer Anne Postec.', [`possible ${PAIR}`]],
      ],
    ],
    [
      'not refusals negated (n’exclut pas, n’est pas exclu)',
      [
        ['Paul Kerbrat n’exclut pas de rencontrer Anne Postec.', [`possible ${PAIR}`]],
        ['Paul Kerbrat ne refuse pas de rencontrer Anne Postec.', [`possible ${PAIR}`]],
        ['Une rencontre entre Paul Kerbrat et Anne Postec n’est pas exclue.', [`possible ${EQUALS}`]],
      ],
    ],
    [
      'not told as done what is only thought of (behind the noun, after si, an infinitive of wish, se rendra)',
      [
        ['Une rencontre entre Paul Kerbrat et Anne Postec est possible.', [`possible ${EQUALS}`]],
        ['Une rencontre entre Paul Kerbrat et Anne Postec est envisagée.', [`possible ${EQUALS}`]],
        [
          'Une rencontre entre Paul Kerbrat et Anne Postec pourrait avoir lieu en septembre.',
          [`possible ${EQUALS}`],
        ],
        ['Si Paul Kerbrat rencontre Anne Postec, tout changera.', [`possible ${PAIR}`]],
        ['« Il faut que Paul Kerbrat rencontre Anne Postec », affirme Luc Morin.', [`possible ${PAIR}`]],
        ['Luc Morin exige que Paul Kerbrat rencontre Anne Postec.', [`possible ${PAIR}`]],
        ['Paul Kerbrat rêve de rencontrer Anne Postec.', [`possible ${PAIR}`]],
        ['Paul Kerbrat s’apprête à recevoir Anne Postec.', [`planned ${PAIR}`]],
      ],
    ],
    [
      'not who is no party (comme, assistait à, a battu lors de, critiquer lors d’une réunion publique)',
      [
        ['Comme Luc Morin, Paul Kerbrat a rencontré Anne Postec.', [`done ${PAIR}`]],
        ['Luc Morin assistait à la rencontre entre Paul Kerbrat et Anne Postec.', [`done ${EQUALS}`]],
        ['Paul Kerbrat a battu Anne Postec lors d’une rencontre à Nantes.', []],
      ],
    ],
    [
      'not things that are exchanged, habits',
      [
        ['Paul Kerbrat a échangé des SMS avec Anne Postec.', []],
        ['Paul Kerbrat a échangé sa place avec Anne Postec.', []],
        ['Paul Kerbrat rencontre souvent Anne Postec.', []],
        ['Paul Kerbrat reçoit chaque mardi Anne Postec.', []],
      ],
    ],
    [
      'not done although asked, wished or still to come',
      [['Paul Kerbrat hésite à rencontrer Anne Postec.', [`possible ${PAIR}`]]],
    ],
    [
      'found quotation marks within the verb, a caption without an auxiliary, a shared meeting',
      [['Paul Kerbrat et Anne Postec ont participé à une réunion lundi.', [`done ${EQUALS}`]]],
    ],
    [
      'found «entre» behind the verb of the noun, and nouns that unite',
      [
        ['Une rencontre a eu lieu mardi entre Paul Kerbrat et Anne Postec.', [`done ${EQUALS}`]],
        ['Une réunion s’est tenue lundi entre Paul Kerbrat et Anne Postec.', [`done ${EQUALS}`]],
        ['Une réunion est prévue entre Paul Kerbrat et Anne Postec.', [`planned ${EQUALS}`]],
        ['Aucun entretien n’a eu lieu entre Paul Kerbrat et Anne Postec.', [`denied ${EQUALS}`]],
      ],
    ],
    [
      'found subjects that have or hold it themselves',
      [
        ['Paul Kerbrat et Anne Postec ont eu une conversation téléphonique mardi.', [`done ${EQUALS}`]],
        ['Paul Kerbrat et Anne Postec ont tenu une réunion mardi.', [`done ${EQUALS}`]],
        [
          'Lors d’un entretien téléphonique mardi, Paul Kerbrat et Anne Postec ont évoqué la crise.',
          [`done ${EQUALS}`],
        ],
      ],
    ],
    [
      'found participles in apposition, relatives with que, clefts, ne … que',
      [['Anne Postec, reçue mardi par Paul Kerbrat, est repartie.', [`done ${PAIR}`]]],
    ],
    [
      'found what stands between (a parenthesis in the group, a long circumstance before the object)',
      [['Paul Kerbrat a, mardi à Nantes, rencontré Anne Postec.', [`done ${PAIR}`]]],
    ],
  ])('%s', (_phenomenon, rows) => {
    it.each(rows)('«%s» %j', (text, expected) => expect(lines(text)).toEqual(expected))
  })

  it.each([
    ['Le ministre explique avoir rencontré Anne Postec.', '(ministre) → Anne Postec', '-ique'],
    ['Le président indique avoir reçu Anne Postec.', '(président) → Anne Postec', '-ique'],
  ])('takes a verb for an adjective of the office: «%s» (%s)', (text, expected, _why) =>
    expect(whoMet(text)).toEqual([expected]),
  )

  it('l’opposition is a group as typed', () => expect(isGroupPhrase('l’opposition')).toBe(true))

  describe('references', () => {
    it.each([
      [
        'Paul Kerbrat a reçu Luc Morin. Ce dernier a ensuite rencontré Anne Postec.',
        'Luc Morin → Anne Postec',
        'ce dernier is not the subject before',
      ],
      [
        'Paul Kerbrat a reçu Luc Morin. Celui-ci a ensuite rencontré Anne Postec.',
        'Luc Morin → Anne Postec',
        'celui-ci',
      ],
      [
        'Paul Kerbrat a reçu Anne Postec. Cette dernière a ensuite rencontré Luc Morin.',
        'Anne Postec → Luc Morin',
        'cette dernière',
      ],
      [
        'Paul Kerbrat accompagnait Anne Postec. Elle a rencontré Luc Morin.',
        'Anne Postec → Luc Morin',
        'the only woman',
      ],
      ['Paul Kerbrat : « J’ai rencontré Anne Postec »', PAIR, 'je behind a name with a colon'],
      ['Paul Kerbrat a dit : « J’ai rencontré Anne Postec. »', PAIR, 'je behind its speaker'],
    ])('%s → %s (%s)', (text, expected, _why) => expect(whoMet(text).at(-1)).toBe(expected))
  })

  describe('days', () => {
    it.each([
      [
        'Paul Kerbrat rencontre Anne Postec vendredi.',
        '2016-08-26',
        'a present without «dernier» looks ahead',
      ],
      ['Paul Kerbrat reçoit jeudi Anne Postec.', '2016-08-25', 'the same before the object'],
      ['Paul Kerbrat rencontrerait Anne Postec jeudi.', '2016-08-25', 'a conditional looks ahead'],
      [
        'Paul Kerbrat a annoncé qu’il rencontrerait Anne Postec vendredi.',
        '2016-08-26',
        'a future in the past',
      ],
      ['Paul Kerbrat a accepté de rencontrer Anne Postec vendredi.', '2016-08-26', 'an infinitive ahead'],
      ['Paul Kerbrat a prévu de rencontrer Anne Postec lundi.', '2016-08-29', 'prévu de'],
      ['Paul Kerbrat a prévu un entretien avec Anne Postec jeudi.', '2016-08-25', 'prévu with a noun'],
      ['Paul Kerbrat a confirmé la rencontre avec Anne Postec vendredi.', '2016-08-26', 'confirmed'],
      [
        'Paul Kerbrat devait rencontrer Anne Postec vendredi.',
        '2016-08-26',
        'devait on the eve: two readings, ahead more often',
      ],
    ])('«%s» %s (%s)', (text, expected, _why) => expect(daysOf(text)).toEqual([expected]))
  })

  it.each([
    ['Paul Kerbrat a rencontré Anne Postec. ', '#peopleIn: all people for each sentence'],
    ['Paul Kerbrat a reçu Anne Postec mardi. ', 'dayOf: all days for each reading'],
    ['Il a rencontré Anne Postec. ', '#protagonist and #counted: anew for each pronoun'],
    ['Le ministre a reçu le ministre. ', '#fullerOffice: all offices for each office'],
  ])('a megabyte of «%s» is quadratic (%s)', { timeout: 200_000 }, (piece, _why) => {
    const started = process.cpuUsage()
    findMeetings(piece.repeat(1_000_000 / piece.length), { published: '2016-08-24' })
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5)
  })
})
