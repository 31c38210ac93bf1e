import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { officePhraseAt } from '../../src/french/office-phrases.ts'
import { findOffices, readOffice } from '../../src/french/offices.ts'
import { findPeople } from '../../src/french/people.ts'
import { sharedOfficesAt } from '../../src/french/shared-offices.ts'

describe('one key for all names of an office', () => {
  it.each([
    ['le ministre russe des Affaires étrangères', 'foreign-minister@russie', 'the full title'],
    ['le chef de la diplomatie russe', 'foreign-minister@russie', 'what papers call him'],
    ['patron de la diplomatie russe', 'foreign-minister@russie', 'without an article'],
    ['le ministre des Affaires étrangères de la Russie', 'foreign-minister@russie', 'the country as a noun'],
    ['le ministre des affaires etrangeres russe', 'foreign-minister@russie', 'typed without accents'],
    ['LE CHEF DE LA DIPLOMATIE RUSSE', 'foreign-minister@russie', 'capitals'],
    ["le secrétaire d'État américain", 'foreign-minister@etats-unis', 'a straight apostrophe'],
    ['le secrétaire d’Etat américain', 'foreign-minister@etats-unis', 'a real one, no accent'],
    ['le chef de la diplomatie américaine', 'foreign-minister@etats-unis', 'the same office'],
    ['le président français', 'head-of-state@france', 'by the adjective'],
    ['le chef de l’État français', 'head-of-state@france', 'by what he heads'],
    ['l’hôte de l’Élysée', 'head-of-state@france', 'by the house'],
    ['le président de la République', 'head-of-state@', 'the country is not said'],
    ['le locataire de la Maison Blanche', 'head-of-state@etats-unis', 'a house abroad'],
    ['le président de l’Autorité palestinienne', 'head-of-state@palestine', 'a state by another name'],
    ['le président', 'president@', 'of anything'],
    ['la chancelière allemande', 'head-of-government@allemagne', 'an office of one country'],
    ['la chancelière', 'head-of-government@allemagne', 'even without the country'],
    ['le Premier ministre britannique', 'head-of-government@royaume-uni', 'a head of government'],
    ['le chef du gouvernement britannique', 'head-of-government@royaume-uni', 'the same office'],
    ['le président du Conseil italien', 'head-of-government@italie', 'as Italy calls him'],
    ['le président du gouvernement espagnol', 'head-of-government@espagne', 'as Spain calls him'],
    ['le président du Conseil européen', 'president@conseil-europeen', 'no head of government'],
    [
      'le secrétaire américain à la Défense',
      'defence-minister@etats-unis',
      'a secretary is a minister there',
    ],
    ['le chef du Pentagone', 'defence-minister@etats-unis', 'by the house'],
    ['le ministre de l’Intérieur', 'interior-minister@', 'the country is not said'],
    ['le garde des Sceaux', 'justice-minister@', 'an old title'],
    ['le ministre délégué chargé des Transports', 'transport-junior-minister@', 'below the minister'],
    ['le vice-ministre russe des Affaires étrangères', 'foreign-deputy-minister@russie', 'the deputy'],
    ['le ministre de la Pêche', 'peche-minister@', 'a portfolio of no list'],
    ['la maire de Nantes', 'mayor@nantes', 'a town'],
    ['la maire PS de Nantes', 'mayor@nantes', 'the party is no part of it'],
    ['le PDG de Renault', 'head@renault', 'a company'],
    ['le patron de Renault', 'head@renault', 'the same office'],
    ['la présidente de la région Bretagne', 'president-of-region@bretagne', 'a region'],
    ['le président du conseil régional de Bretagne', 'president-of-region@bretagne', 'the same office'],
    ['le premier secrétaire du PS', 'head@ps', 'who leads a party'],
    ['le patron du Parti socialiste', 'head@ps', 'the same office'],
    ['le secrétaire général des Nations unies', 'head@onu', 'who leads an organisation'],
    ['le patron de l’ONU', 'head@onu', 'the same office'],
    ['l’envoyé spécial de l’ONU pour la Syrie', 'envoy@onu:syrie', 'a mandate'],
    [
      'la porte-parole du ministère russe des Affaires étrangères',
      'spokesperson@foreign-ministry-russie',
      'of a ministry',
    ],
    ['la porte-parole de la diplomatie russe', 'spokesperson@foreign-ministry-russie', 'the same ministry'],
    ['l’ambassadeur russe à Ankara', 'ambassador@russie:turquie', 'a capital stands for its country'],
    ['l’ambassadeur de Russie en Turquie', 'ambassador@russie:turquie', 'the same office'],
    ['le roi d’Espagne', 'monarch@espagne', 'a king'],
    ['le pape', 'pope@', 'one of a kind'],
    ['l’ancien président du Sénat', 'president@senat', 'former or not'],
    ['la coordinatrice humanitaire de l’ONU', 'coordinateur@humanitaire-onu', 'a role of no table'],
  ])('«%s» is %s', (phrase, key, _why) => expect(readOffice(phrase)?.key).toBe(key))

  it.each([
    ['la table du salon', 'a thing'],
    ['Sergueï Lavrov', 'a name'],
    ['', 'nothing'],
    ['?!', 'marks alone'],
    ['le '.repeat(500), 'no title is so long'],
  ])('«%s» is no office', (phrase, _why) => expect(readOffice(phrase)).toBeUndefined())

  it('keeps the words without an article', () =>
    expect(readOffice('le chef de la diplomatie russe ?')?.text).toBe('chef de la diplomatie russe'))
})

const told = (text: string): readonly string[] =>
  findOffices(text, findPeople(text)).map(
    ({ name, text: office, isFormer }) => `${name} : ${office}${isFormer ? ' (ancien)' : ''}`,
  )

describe('offices beside names', () => {
  it.each([
    [
      'Le ministre russe des Affaires étrangères, Anton Belov, se tait.',
      ['Anton Belov : ministre russe des Affaires étrangères'],
      'before, with commas',
    ],
    [
      'Anton Belov, ministre russe des Affaires étrangères, se tait.',
      ['Anton Belov : ministre russe des Affaires étrangères'],
      'behind, without an article',
    ],
    ['Il a vu le président Luc Ferrand hier.', ['Luc Ferrand : président'], 'directly before'],
    [
      'La maire PS de Nantes Claire Valmont est venue.',
      ['Claire Valmont : maire PS de Nantes'],
      'a party inside',
    ],
    [
      'Le maire (LR) de Nice Marc Delisle est venu.',
      ['Marc Delisle : maire (LR) de Nice'],
      'a party in brackets',
    ],
    ['L’ancien président Luc Ferrand est venu.', ['Luc Ferrand : président (ancien)'], 'not any more'],
    ['L’ex-ministre Luc Ferrand est venu.', ['Luc Ferrand : ministre (ancien)'], 'ex- glued before'],
    [
      'Marc Delisle, alors patron de Renault, a vendu.',
      ['Marc Delisle : patron de Renault (ancien)'],
      'at that time',
    ],
    [
      'Claire Valmont, nommée ministre de la Santé, a souri.',
      ['Claire Valmont : ministre de la Santé'],
      'named behind',
    ],
    [
      'Marc Delisle, 52 ans, directeur de la prison, a souri.',
      ['Marc Delisle : directeur de la prison'],
      'an age between',
    ],
    ['Claire Valmont (PS), maire de Brive, a souri.', ['Claire Valmont : maire de Brive'], 'a party between'],
    [
      'Claire Valmont est la patronne de Renault.',
      ['Claire Valmont : patronne de Renault'],
      'a verb between',
    ],
    [
      'Le ministre de l’Économie, des Finances et de l’Industrie, Marc Delisle, a souri.',
      ['Marc Delisle : ministre de l’Économie, des Finances et de l’Industrie'],
      'a list of portfolios',
    ],
    [
      'Claire Valmont, la ministre de la Santé, et Marc Delisle, maire de Brive, ont souri.',
      ['Claire Valmont : ministre de la Santé', 'Marc Delisle : maire de Brive'],
      'two in a sentence',
    ],
    [
      'Le conseiller du président Luc Ferrand est venu.',
      ['Luc Ferrand : président'],
      'the inner office is his',
    ],
    [
      'Selon Claire Valmont, le maire Marc Delisle a menti.',
      ['Marc Delisle : maire'],
      'directly before wins over the comma',
    ],
    [
      'Marc Delisle, avocat de Claire Valmont, a plaidé.',
      ['Marc Delisle : avocat de Claire Valmont'],
      'somebody else belongs to the office',
    ],
    [
      'Les présidents russe et turc, Anton Belov et Kemal Aydin, ont dîné.',
      ['Anton Belov : président russe', 'Kemal Aydin : président turc'],
      'one phrase for two',
    ],
    ['Selon le maire de Brive, Marc Delisle fait erreur.', [], 'who errs is another'],
    ['Après Marc Delisle, la députée européenne a parlé.', [], 'the office is what speaks'],
    ['Le fils du ministre, Marc Delisle, est venu.', [], 'the son is no minister'],
    ['Le ministre a assuré que Marc Delisle viendrait.', [], 'a verb between'],
    ['« Je juge Marc Delisle coupable », dit-elle.', [], 'a verb that looks like a judge'],
  ])('in «%s»', (text, expected, _why) => expect(told(text)).toEqual(expected))

  it.each([
    [
      'Le ministre turc de la Défense, Kemal Aydin, a vu son homologue russe Anton Belov.',
      ['defence-minister@turquie', 'defence-minister@russie'],
      'the same role elsewhere',
    ],
    ['Il a vu son homologue russe Anton Belov.', [], 'of whom, nobody says'],
    [
      'Le président délégué du Medef Marc Delisle est venu.',
      ['deputy-president@medef'],
      'below who leads it',
    ],
    ['La présidente de gauche Claire Valmont est venue.', ['president@'], 'a side is no place'],
    [
      'Le ministre de l’Intérieur du Baloutchistan, Ziad Karim, est venu.',
      ['interior-minister@baloutchistan'],
      'a state of no list',
    ],
  ])('in «%s» keys are %o', (text, keys, _why) =>
    expect(findOffices(text, findPeople(text)).map(({ key }) => key)).toEqual(keys),
  )

  it('gives spans that hold the words of the office', () => {
    const text =
      'Hier, l’ancien ministre russe de la Défense, Anton Belov, a vu la maire de Brive, Claire Valmont.'
    for (const { start, end, text: office } of findOffices(text, findPeople(text)))
      expect(text.slice(start, end)).toBe(office)
  })

  it('reads any text without failing, spans in order', () => {
    const words = constantFrom(
      'le ',
      'ministre ',
      'de ',
      'la ',
      'Jean Dupré',
      ', ',
      'Santé ',
      'et ',
      '(',
      ')',
      'd’',
      'ex-',
      '\n',
      'présidents ',
      'russe ',
      'chef ',
    )
    assert(
      property(array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const found = findOffices(text, findPeople(text))
        expect(found.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true)
      }),
    )
  })
})

describe('where an office ends in a sentence', () => {
  it.each([
    ['le chef de la diplomatie russe a rencontré le roi', 'chef de la diplomatie russe', 'before the verb'],
    [
      'l’envoyé spécial de l’ONU pour la Syrie est venu',
      'envoyé spécial de l’ONU pour la Syrie',
      'a mandate behind',
    ],
    [
      'le président du groupe socialiste au Sénat dit',
      'président du groupe socialiste au Sénat',
      'a chamber behind',
    ],
    [
      'la ministre de la Transition écologique et solidaire dit',
      'ministre de la Transition écologique et solidaire',
      'two adjectives',
    ],
    ['le maire de Brive lundi', 'maire de Brive', 'before a day'],
    ['le ministre à l’issue du conseil', 'ministre', 'an occasion is no portfolio'],
    ['le PDG de Renault Marc Delisle', 'PDG de Renault', 'before a first name'],
    ['la directrice par intérim de l’agence', 'directrice par intérim de l’agence', 'a complement behind'],
    ['le procureur de la République de Brive', 'procureur de la République de Brive', 'two complements'],
  ])('in «%s»', (text, expected, _why) => expect(officePhraseAt(text, 0)?.text).toBe(expected))
})

describe('several offices in one phrase', () => {
  it.each([
    [
      'les chefs de la diplomatie russe et américaine',
      ['foreign-minister@russie', 'foreign-minister@etats-unis'],
      'adjectives behind',
    ],
    [
      'les ministres russe, turc et iranien des Affaires étrangères',
      ['foreign-minister@russie', 'foreign-minister@turquie', 'foreign-minister@iran'],
      'adjectives before',
    ],
    ['les maires de Paris et de Lyon', ['mayor@paris', 'mayor@lyon'], 'towns'],
    ['les maires de Paris, Lyon et Brive', ['mayor@paris', 'mayor@lyon', 'mayor@brive'], 'a list of towns'],
    [
      'les ministres de la Défense et de l’Intérieur',
      ['defence-minister@', 'interior-minister@'],
      'portfolios',
    ],
    ['les ministres russes', undefined, 'how many, nobody says'],
    ['le ministre russe', undefined, 'one'],
  ])('«%s»', (text, keys, _why) =>
    expect(sharedOfficesAt(text, 0)?.offices.map(({ key }) => key)).toEqual(keys),
  )

  it('says each in the singular', () =>
    expect(
      sharedOfficesAt('les secrétaires d’État américain et suisse', 0)?.offices.map(({ text }) => text),
    ).toEqual(['secrétaire d’État américain', 'secrétaire d’État suisse']))
})
