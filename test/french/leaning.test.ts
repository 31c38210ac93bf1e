import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leansBack } from '../../src/french/leaning.ts'

describe('a sentence behind one of another article', () => {
  it.each([
    ['Débutée à 14 h, elle a été interrompue pour la nuit.', true, 'a pronoun and nobody before it'],
    ['Dans une allocution, il a remercié les Valmériens.', true, 'the speech is not who spoke'],
    ['De retour à Valmer, elle a repris son poste.', true, 'nor is the town'],
    ['La maire l’avait promis en juin.', true, 'what was promised'],
    ['Deux ont été libérés mercredi soir.', true, 'two of whom'],
    ['Toutes les six ont été relâchées.', true, 'six of whom'],
    ['Les élus ont aussi dénoncé un manque de moyens.', true, 'adds to something'],
    ['La musique, chère à cet animateur, a résonné.', true, 'that presenter'],
    ['À la suite de ses propos, de nombreux élus ont réagi.', true, 'whose words'],
    ['Ancien avocat devenu maire de Valmer, il dirige la ville depuis dix ans.', true, 'who was a lawyer'],
    ['Née à Valmer, fille de pêcheurs, elle a grandi sur le port.', true, 'two phrases, and nobody'],
    ['C’était sans doute la plus émue des invitées de la fête de Valmer.', true, 'who was'],
    ['Le maire avait donc décidé de maintenir la fête de Valmer.', true, 'why'],
    ['Les marcheurs ont ensuite gagné le port de Valmer.', true, 'after what'],
    ['La maire a d’abord reçu les élus, ensuite les commerçants.', false, 'the sentence says after what'],
    ['C’est à Valmer que le préfet a reçu les élus.', false, 'it stresses, and points at nothing'],
    ['Ancien avocat, Paul Aubin a dit qu’il quitterait Valmer.', false, 'the lawyer is named'],
    ['Claire Valmont a dit qu’elle viendrait.', false, 'the pronoun means her'],
    ['Dans son bulletin, Météo Valmer annonce de la pluie.', false, 'the possessive means what follows'],
    ['La commission a rendu son rapport ce lundi.', false, 'a day may be pointed at'],
    ['Il y a cinq jours, la police a arrêté un homme.', false, 'nobody is meant by « il »'],
    ['Le procureur, qui l’a reçu, a parlé.', false, 'inside of a relative clause'],
    ['', false, 'nothing leans on nothing'],
  ])('« %s »: %s', (sentence, expected, _why) => expect(leansBack(sentence)).toBe(expected))

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(leansBack(text)).toBeTypeOf('boolean')
      }),
    )
  })

  it('takes no time over a sentence without end', () => {
    const startedAt = performance.now()
    for (const part of ['il ', 'ses ', 'de ', 'Dans ', 'Valmer ', 'l’a '])
      leansBack(part.repeat(50_000 / part.length))
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})
