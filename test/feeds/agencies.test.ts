// Signatures of French-speaking papers: who wrote, which agency supplied.
import { describe, expect, it } from 'vitest'
import { agencyCredit, readByline, splitClosingCredit, splitDateline } from '../../src/feeds/agencies.ts'

describe('reading a signature', () => {
  it.each([
    ['Anne Lorme', { author: 'Anne Lorme' }, 'a person alone'],
    ['AFP', { agency: 'AFP' }, 'an agency alone is no author'],
    ['Anne Lorme avec AFP', { author: 'Anne Lorme', agency: 'AFP' }, 'the usual form in France'],
    ['Le Phare de Valmer, avec AFP', { author: 'Le Phare de Valmer', agency: 'AFP' }, 'a newsroom'],
    ['Par Anne Lorme et Paul Vidal', { author: 'Anne Lorme et Paul Vidal' }, 'two people'],
    ['Anne Lorme, Paul Vidal et Léa Roux', { author: 'Anne Lorme, Paul Vidal et Léa Roux' }, 'three people'],
    ['Anne Lorme (avec Reuters et l’AFP)', { author: 'Anne Lorme', agency: 'Reuters, AFP' }, 'two agencies'],
    ['ats/jgal/kg', { agency: 'ATS' }, 'initials of the Swiss desk name nobody'],
    ['(Belga)', { agency: 'Belga' }, 'Belgian papers close with it'],
    ['Agence Belga', { agency: 'Belga' }, 'with the word agency'],
    ['Keystone-ATS', { agency: 'Keystone-ATS' }, 'a hyphen inside the name'],
    ['Le Phare avec AFP-Services', { author: 'Le Phare', agency: 'AFP' }, 'a branch of the agency'],
    ['Le Phare avec agences', { author: 'Le Phare' }, 'agencies without a name'],
    [
      'Le Phare avec AFP, publié le lundi 3 mars 2025 à 10h',
      { author: 'Le Phare', agency: 'AFP' },
      'a date after it',
    ],
    ['Jean-Avit Métayer', { author: 'Jean-Avit Métayer' }, '«avit» is not «avec», «et» hides in Métayer'],
    ['Apolline Reutersward', { author: 'Apolline Reutersward' }, 'an agency inside a name'],
    ['redaction@lephare.example', {}, 'an address names nobody'],
    ['', {}, 'nothing'],
    ['mot '.repeat(80), {}, 'a text is no signature'],
  ])('reads « %s »', (signature, expected, _why) => expect(readByline(signature)).toEqual(expected))
})

describe('telling a line of signature from a sentence', () => {
  it.each([
    ['Avec AFP', { agency: 'AFP' }, 'the usual closing line'],
    ['(Belga)', { agency: 'Belga' }, 'in brackets'],
    ['ats/jgal/kg', { agency: 'ATS' }, 'initials'],
    ['Anne Lorme avec AFP', { author: 'Anne Lorme', agency: 'AFP' }, 'with a name'],
    ['© AFP', { agency: 'AFP' }, 'with the sign of copyright'],
    ['© 2026 AFP', { agency: 'AFP' }, 'with a year before'],
    ['La Presse canadienne, 2026', { agency: 'La Presse Canadienne' }, 'with a year behind'],
    ['La rédaction avec AFP', { author: 'La rédaction', agency: 'AFP' }, 'a newsroom'],
    ['Sources : AFP, Reuters', { agency: 'AFP, Reuters' }, 'two of them'],
    ['Agence QMI', { agency: 'QMI' }, 'a capital'],
    ['Cet article a été publié automatiquement. Source: ats', { agency: 'ATS' }, 'without a hand'],
  ])('reads « %s »', (line, expected, _why) => expect(agencyCredit(line)).toEqual(expected))

  it.each([
    ['L’AFP a été la première à l’annoncer.', 'a sentence about an agency'],
    ['L’AFP se tait', 'a title about an agency'],
    ['Reuters et la Bourse de Valmer', 'small words'],
    ['Anne Lorme', 'no agency'],
    [
      'Une source proche du dossier l’a confirmé à l’AFP et à Reuters, mardi soir, à Valmer.',
      'a long sentence',
    ],
  ])('leaves « %s » alone', (line, _why) => expect(agencyCredit(line)).toBeUndefined())
})

describe('the agency at the end of a paragraph', () => {
  it.each([
    ['Le port rouvrira mardi. (Belga)', 'Le port rouvrira mardi.', 'Belga', 'in brackets'],
    ['Le port rouvrira mardi. ats/jgal/kg', 'Le port rouvrira mardi.', 'ATS', 'bare'],
    ['Le port rouvrira mardi. — avec AFP', 'Le port rouvrira mardi.', 'AFP', 'behind a dash'],
    ['« Nous attendons », dit-elle. AFP', '« Nous attendons », dit-elle.', 'AFP', 'a bare name'],
  ])('cuts it from « %s »', (paragraph, text, agency, _why) =>
    expect(splitClosingCredit(paragraph)).toEqual({ text, agency }),
  )

  it.each([
    ['Le maire l’a confirmé à l’AFP.', 'the agency belongs to the sentence'],
    ['Le port rouvrira mardi (selon l’AFP).', 'a bracket inside the sentence'],
    ['Il a voté. Anne Lorme avec AFP', 'a name must not be lost'],
  ])('leaves « %s » whole', (paragraph, _why) =>
    expect(splitClosingCredit(paragraph)).toEqual({ text: paragraph }),
  )
})

describe('the dateline of a dispatch', () => {
  it.each([
    ['PARIS, 12 mars (AFP) - Le port rouvrira mardi.', 'AFP', 'a place and a day'],
    ['Paris (AFP) – Le port rouvrira mardi.', 'AFP', 'a place'],
    ['(Belga) — Le port rouvrira mardi.', 'Belga', 'nothing but the agency'],
    [
      'Québec, le 1er mars 2026 (La Presse canadienne) — Le port rouvrira mardi.',
      'La Presse Canadienne',
      'a year',
    ],
  ])('is cut from « %s »', (paragraph, agency, _why) =>
    expect(splitDateline(paragraph)).toEqual({ text: 'Le port rouvrira mardi.', agency }),
  )

  it.each([
    ['Le port (AFP) rouvrira mardi.', 'a bracket in a sentence'],
    ['Valmer (Finistère) – Le port rouvrira mardi.', 'a department'],
    ['Montréal — Le port rouvrira mardi.', 'no agency'],
  ])('is not in « %s »', (paragraph, _why) => expect(splitDateline(paragraph)).toEqual({ text: paragraph }))
})
