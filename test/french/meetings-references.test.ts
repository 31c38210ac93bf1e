// Who a phrase beside a meeting stands for: offices, counterparts, pronouns, pairs, what was told before.
import { describe, expect, it } from 'vitest'
import { statusesOf, whoMet } from './told-lines.ts'

const last = (text: string, title?: string): string => whoMet(text, title).at(-1) ?? ''

describe('longer names', () => {
  it.each([
    ['Paul Kerbrat est à Genève. M. Kerbrat y a rencontré Anne Postec.', 'Paul Kerbrat → Anne Postec', 'M.'],
    [
      'M. Kerbrat a rencontré Anne Postec. Paul Kerbrat est à Genève.',
      'Paul Kerbrat → Anne Postec',
      'the full name comes later',
    ],
    ['Paul et Luc sont frères. Luc Morin a rencontré Anne Postec.', 'Luc Morin → Anne Postec', 'first names'],
  ])('%s (%s)', (text, expected, _why) => expect(last(text)).toBe(expected))
})

describe('offices', () => {
  it.each([
    [
      'Les chefs de la diplomatie russe et américaine se sont rencontrés mardi à Genève.',
      '(chef de la diplomatie russe) + (chef de la diplomatie américaine)',
      'a shared head, nobody named',
    ],
    [
      'Le ministre russe des Affaires étrangères Paul Kerbrat et le secrétaire d’État américain Luc Morin sont là. Les chefs de la diplomatie russe et américaine se sont rencontrés mardi.',
      'Paul Kerbrat + Luc Morin',
      'a shared head, both named before',
    ],
    [
      'Les présidents du Tchad, du Niger et du Mali se réuniront vendredi à Niamey.',
      '(président du Tchad) + (président du Niger) + (président du Mali)',
      'three countries',
    ],
    [
      'Paul Kerbrat a reçu les ministres turc et grec.',
      'Paul Kerbrat → (ministre turc) + (ministre grec)',
      'adjectives right behind',
    ],
    [
      'Le ministre belge des Affaires étrangères Paul Kerbrat a rencontré son homologue turque Anne Postec.',
      'Paul Kerbrat → Anne Postec',
      'a counterpart with a name',
    ],
    [
      'Le ministre belge des Affaires étrangères Paul Kerbrat a rencontré son homologue turc. Le ministre turc des Affaires étrangères, Luc Morin, est satisfait.',
      'Paul Kerbrat → Luc Morin',
      'a counterpart whom the text names later',
    ],
    [
      'Paul Kerbrat, ministre belge de la Défense, s’est entretenu avec ses homologues.',
      'Paul Kerbrat → (homologues)',
      'counterparts whom nobody names',
    ],
    [
      'La maire de Vernay, Anne Postec, est en colère. Paul Kerbrat a reçu la maire de Vernay mardi.',
      'Paul Kerbrat → Anne Postec',
      'the office as it stood',
    ],
    [
      'Le ministre de la Santé Paul Kerbrat est à Nantes. Le ministre a rencontré Anne Postec.',
      'Paul Kerbrat → Anne Postec',
      'the office alone',
    ],
    [
      'Le ministre Paul Kerbrat et le ministre Luc Morin sont là. Le ministre a rencontré Anne Postec.',
      '(ministre) → Anne Postec',
      'two who may be meant',
    ],
    [
      'La femme de Paul Kerbrat a rencontré Anne Postec.',
      '(femme de Paul Kerbrat) → Anne Postec',
      'somebody’s wife',
    ],
    [
      'Paul Kerbrat a rencontré l’avocat d’Anne Postec.',
      'Paul Kerbrat → (avocat d’Anne Postec)',
      'somebody’s lawyer',
    ],
    [
      'Paul Kerbrat a rencontré le fils d’Anne Postec, Luc Morin.',
      'Paul Kerbrat → Luc Morin',
      'the son by his name',
    ],
  ])('%s → %s (%s)', (text, expected, _why) => expect(last(text)).toBe(expected))
})

describe('pronouns', () => {
  it.each([
    [
      'Paul Kerbrat est arrivé lundi. Il a rencontré Anne Postec à la mairie.',
      'Paul Kerbrat → Anne Postec',
      'il',
    ],
    ['Anne Postec est arrivée lundi. Elle a rencontré Paul Kerbrat.', 'Anne Postec → Paul Kerbrat', 'elle'],
    [
      'Paul Kerbrat a reçu Anne Postec. Il s’est ensuite entretenu avec Luc Morin.',
      'Paul Kerbrat → Luc Morin',
      'the subject before',
    ],
    [
      'Paul Kerbrat et Luc Morin sont arrivés. Ils ont rencontré Anne Postec.',
      'Paul Kerbrat + Luc Morin → Anne Postec',
      'ils',
    ],
    [
      'Anne Postec est à Paris. Paul Kerbrat l’a reçue mardi.',
      'Paul Kerbrat → Anne Postec',
      'l’ before the verb',
    ],
    [
      'Paul Kerbrat et Luc Morin sont à Genève. Les deux hommes se sont entretenus une heure.',
      'Luc Morin + Paul Kerbrat',
      'les deux hommes',
    ],
    [
      'Paul Kerbrat a reçu Luc Morin mardi. Les deux ministres se reverront jeudi.',
      'Paul Kerbrat + Luc Morin',
      'those who met last',
    ],
    [
      '« J’ai rencontré Anne Postec mardi », a déclaré Paul Kerbrat.',
      'Paul Kerbrat → Anne Postec',
      'je, the speaker behind',
    ],
    [
      '« J’ai rencontré Anne Postec mardi », a déclaré le maire, Paul Kerbrat.',
      'Paul Kerbrat → Anne Postec',
      'with his office',
    ],
  ])('%s → %s (%s)', (text, expected, _why) => expect(last(text)).toBe(expected))

  it('follows nobody through a pronoun of the other gender', () =>
    expect(whoMet('Anne Postec est arrivée lundi. Il a rencontré Eva Bihan.')).toEqual(['Eva Bihan']))

  it('takes whom the title names where the text opens with a pronoun', () =>
    expect(last('Il a reçu Anne Postec mardi à la mairie.', 'Paul Kerbrat en campagne')).toBe(
      'Paul Kerbrat → Anne Postec',
    ))
})

describe('a meeting that was told before', () => {
  it.each([
    [
      'Paul Kerbrat et Anne Postec devaient se voir vendredi. La rencontre a été annulée.',
      'cancelled',
      'called off',
    ],
    [
      'Paul Kerbrat devait rencontrer Anne Postec jeudi. L’entretien a été reporté à lundi.',
      'postponed',
      'put off',
    ],
    [
      'Paul Kerbrat a rencontré Anne Postec mardi. L’entretien a duré deux heures.',
      'done',
      'how long it took',
    ],
    ['Paul Kerbrat a reçu Anne Postec. À l’issue de l’entretien, il s’est dit satisfait.', 'done', 'its end'],
    [
      'Paul Kerbrat recevra Anne Postec vendredi. La rencontre se tiendra à Genève.',
      'planned',
      'where it will be',
    ],
    [
      'Paul Kerbrat recevra Anne Postec vendredi. Cette rencontre aura lieu à Matignon.',
      'planned',
      'cette rencontre',
    ],
  ])('%s → %s (%s)', (text, status, _why) => {
    const [before] = whoMet(text)
    expect(whoMet(text)).toEqual([before, before])
    expect(statusesOf(text).at(-1)).toBe(status)
  })

  it('is nobody’s where nobody was told', () => expect(whoMet('La rencontre a été annulée.')).toEqual([]))
})
