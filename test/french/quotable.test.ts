// Which sentences can stand alone in front of a reader.
import { describe, expect, it } from 'vitest'
import { datelineLength, isHanging, isPointing, isProse, isWhole } from '../../src/french/quotable.ts'

const isQuotable = (sentence: string): boolean => isWhole(sentence) && isProse(sentence)

describe('isWhole and isProse', () => {
  it.each([
    ['a plain sentence', 'Le conseil municipal a voté le budget jeudi soir.'],
    ['a stop before the closing mark', 'Le maire a promis « une ville plus calme pour tous. »'],
    ['a question', 'Le gouvernement peut-il encore reculer sur ce texte ?'],
    ['a word that only begins like a byline', 'Par crainte des crues, le maire a fermé le pont.'],
    ['a figure first', '12 personnes ont été blessées dans cet accident de car.'],
    ['a brand with capitals inside', 'La société TikTok compte ouvrir un bureau à Lyon.'],
  ])('takes %s', (_reason, sentence) => {
    expect(isQuotable(sentence)).toBe(true)
  })

  it.each([
    ['a title without a stop', 'Le conseil municipal vote un budget en forte hausse'],
    ['a sentence cut off by a feed', 'Le conseil municipal a voté jeudi soir le budget…'],
    ['a sentence that begins in its middle', 'qui ont voté le budget de la ville jeudi soir.'],
    ['too few words', 'Un budget voté.'],
    ['code', 'Le film film = new Film({ id: 3 }) commence ici même.'],
    ['an address', 'Le texte est à lire sur https://exemple.fr/budget dès ce soir.'],
    ['an account', 'Le maire @maire_de_lyon a voté le budget jeudi soir.'],
    ['a link to another article', 'Lire aussi : le conseil municipal vote enfin son budget.'],
    ['a caption', 'Photo : le maire devant la mairie de Lyon jeudi soir.'],
    ['a byline', 'Par Anne Roy, envoyée spéciale à Genève en Suisse.'],
    ['a film caption run into the text', 'Le budget est votépar BFMTV jeudi soir devant la mairie.'],
    ['an agency mark', 'Le conseil municipal a voté le budget jeudi soir (Belga).'],
    ['the sign-off of an agency', 'agences/jvia/kg.'],
    ['an hour of a live page', '14h03. Le cortège a quitté la mairie sous la pluie.'],
    ['an item of a list', '- Le conseil municipal a voté le budget jeudi soir.'],
  ])('refuses %s', (_reason, sentence) => {
    expect(isQuotable(sentence)).toBe(false)
  })
})

describe('isHanging', () => {
  it.each([
    ['a pronoun first', 'Il a voté le budget jeudi soir.'],
    ['a pronoun first inside marks', '"Elle a voté le budget", selon Paul.'],
    ['a connective first', 'En revanche, le maire a voté le budget.'],
    ['a clause with a pronoun first', "Lorsqu'elle est arrivée, le vote était clos."],
    ['a speaker named before', '"Le budget est voté", a-t-il ajouté.'],
    ['a source named before', 'Le budget serait voté dès jeudi, selon lui.'],
    ['someone named before', 'La mère de ce dernier a voté le budget.'],
  ])('sees %s', (_reason, sentence) => {
    expect(isHanging(sentence)).toBe(true)
  })

  it.each([
    ['a name first', 'Anne Roy a voté le budget jeudi soir.'],
    ['a word that only begins like a pronoun', 'Ilhan Omar a voté le budget jeudi soir.'],
    ['a question', 'Le maire a-t-il voté le budget ?'],
    ['the last of a series', 'Le vote a eu lieu au cours de ces dernières semaines.'],
  ])('leaves %s', (_reason, sentence) => {
    expect(isHanging(sentence)).toBe(false)
  })
})

describe('isPointing', () => {
  it('sees a demonstrative first', () => {
    expect(isPointing('Cette décision a surpris les élus.')).toBe(true)
    expect(isPointing('Césaire a surpris les élus.')).toBe(false)
  })
})

describe('datelineLength', () => {
  it.each([
    ['PARIS (AFP) — Le maire vote.', 14],
    ['Genève, 3 mai (ats) - Le maire vote.', 22],
    ['14h03. Le cortège part.', 7],
    ['Le maire (PS) vote le budget.', 0],
  ])('%s', (sentence, length) => {
    expect(datelineLength(sentence)).toBe(length)
  })
})
