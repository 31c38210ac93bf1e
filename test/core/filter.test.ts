import { describe, expect, it } from 'vitest'
import { prepareFilter } from '../../src/core/filter.ts'
import { readFilterLine } from '../../src/core/filter-line.ts'
import { type FilteredArticle, readForFilters } from '../../src/core/filter-reading.ts'
import { printCondition } from '../../src/core/printed-filter.ts'

const ARTICLE: FilteredArticle = {
  title: 'Retraites : le Sénat examine la réforme',
  lead: 'Les sénateurs ont commencé mardi l’examen du texte.',
  text: [
    'Les sénateurs ont commencé mardi l’examen du texte. Les syndicats appellent à la grève jeudi à Marseille.',
    'Sergueï Lavrov a annoncé un cessez-le-feu à Valmy-sur-Loire. Les travaux reprendront le 3 mai, à 20 h 30.',
  ].join('\n\n'),
  publisher: 'Le Courrier de la Plaine',
  rubrics: ['Politique', 'À la une'],
  feeds: ['Le Courrier, politique', 'f-1'],
}

function keeps(line: string, article: Partial<FilteredArticle> = {}): boolean {
  return verdictOf(line, article).isKept
}

function verdictOf(line: string, article: Partial<FilteredArticle> = {}) {
  const read = readFilterLine(line)
  if (read.kind === 'mistake') throw new Error(`${line}: ${read.mistake.code}`)
  return prepareFilter(read.filter)(readForFilters({ ...ARTICLE, ...article }))
}

const telling = (text: string): Partial<FilteredArticle> => ({ title: '', lead: '', text })

describe('the words and the origin of an article', () => {
  it.each<[line: string, isKept: boolean, why: string]>([
    ['réforme des retraites', true, 'all its words are there, in another order'],
    ['REFORME', true, 'neither capitals nor accents matter'],
    ['grèves', true, 'nor does the plural'],
    ['travail', true, 'nor a plural that Snowball does not know'],
    ['football OU Sénat', true, 'one of them is enough'],
    ['football', false, 'it is not there'],
    ['réforme du divorce', false, 'one of its words is missing'],
    ['SAUF Marseille', false, 'what is not wanted is there'],
    ['SAUF football', true, 'what is not wanted is not there'],
    ['Sénat SAUF grève', false, 'not wanted wins over wanted'],
    ['Sénat ET grève', true, 'both are there'],
    ['Sénat ET football', false, 'one is not'],
    ['cessez-le-feu', true, 'a word with hyphens'],
    ['feu', false, 'is no three words'],
    ['Valmy-sur-Loire', true, 'a name with hyphens'],
    ['"cessez le feu"', true, 'is a phrase without them'],
    ['"appellent à la grève"', true, 'words in order'],
    ['"le Sénat examinera"', true, 'endings do not matter'],
    ['"la grève appelle"', false, 'the order does'],
    ['"réforme les sénateurs"', false, 'a title and what is below are no phrase'],
    ['"grève jeudi à Lyon"', false, 'all of it has to be there'],
    ['titre:réforme', true, 'in the title'],
    ['titre:grève', false, 'in the text alone'],
    ['titre:"le Sénat"', true, 'a phrase in the title'],
    ['éditeur:"Le Courrier de la Plaine"', true, 'the publisher'],
    ['éditeur:"courrier de la plaine"', true, 'without article and capitals'],
    ['éditeur:Courrier', false, 'its whole name'],
    ['rubrique:politique', true, 'a rubric of one of its feeds'],
    ['rubrique:"a la une"', true, 'without accents'],
    ['rubrique:Sport', false, 'another rubric'],
    ['flux:f-1', true, 'a feed by its id'],
    ['flux:"Le Courrier, politique"', true, 'a feed by its title'],
    ['flux:"Le Phare"', false, 'another feed'],
    ['langue:fr', true, 'its language'],
    ['langue:en', false, 'another language'],
  ])('«%s» keeps it: %s, %s', (line, isKept, _why) => {
    expect(keeps(line)).toBe(isKept)
  })

  it.each<[line: string, text: string, isKept: boolean, why: string]>([
    [
      'langue:en',
      'The minister said on Tuesday that the talks would go on with the unions until the end of the week.',
      true,
      'English',
    ],
    [
      'langue:étrangère',
      'The minister said on Tuesday that the talks would go on with the unions until the end.',
      true,
      'not French',
    ],
    [
      'langue:de',
      'Der Minister hat am Dienstag gesagt, dass die Gespräche mit den Gewerkschaften bis zum Ende der Woche gehen.',
      true,
      'German',
    ],
    ['langue:fr', 'Valmer : incendie maîtrisé', true, 'too short to tell counts as French'],
    ['langue:étrangère', 'Valmer : incendie maîtrisé', false, 'and is not foreign'],
    ['éclair', 'Un éclair de génie.', true, 'accents folded'],
    ['œuvre', 'Les oeuvres du musée.', true, 'ligatures opened'],
    ['"49.3"', 'Le recours au 49.3 est confirmé.', true, 'a number with a point'],
    ['chevaux', 'Un cheval s’est échappé.', true, 'singular of a plural in -aux'],
  ])('«%s» on «%s»: %s, %s', (line, text, isKept, _why) => {
    expect(keeps(line, telling(text))).toBe(isKept)
  })
})

describe('a person', () => {
  it.each<[line: string, text: string, isKept: boolean, why: string]>([
    ['personne:Lavrov', 'Sergueï Lavrov a reçu son homologue mardi.', true, 'by the surname'],
    ['personne:"Sergueï Lavrov"', 'Sergei Lavrov a reçu son homologue mardi.', true, 'another spelling'],
    ['personne:Poutine', 'Vladimir Putin a reçu son homologue mardi.', true, 'another alphabet’s rules'],
    ['personne:"M. Lavrov"', 'Le ministre Sergueï Lavrov était à Minsk.', true, 'a title before it'],
    [
      'personne:"Sergueï Lavrov"',
      'M. Lavrov a reçu son homologue mardi.',
      true,
      'the surname alone, of nobody else',
    ],
    [
      'personne:"Sergueï Lavrov"',
      'Kirill Lavrov a joué Hamlet. Lavrov fut acclamé.',
      false,
      'another bearer',
    ],
    ['personne:"Sergueï Lavrov"', 'Kirill Lavrov a croisé Sergueï Lavrov à Minsk.', true, 'both of them'],
    [
      'personne:"Emmanuel Macron"',
      'Mme Macron a visité une école de Valmer.',
      false,
      'a woman where a man is meant',
    ],
    ['personne:"Emmanuel Macron"', 'M. Macron a visité une école de Valmer.', true, 'a man'],
    ['personne:"Lavrov Sergueï"', 'Sergueï Lavrov a reçu son homologue.', true, 'the surname first'],
    ['personne:"S. Lavrov"', 'Sergueï Lavrov a reçu son homologue.', true, 'an initial'],
    ['personne:"Le Pen"', 'Marine Le Pen a tenu un meeting à Valmer.', true, 'a surname of two words'],
    [
      'personne:Philippe',
      'Philippe Martinez a appelé à la grève.',
      false,
      'a first name is nobody’s surname',
    ],
    ['personne:Martin', 'À Saint-Martin, la mairie a rouvert.', false, 'part of a town'],
    ['personne:lavrov', 'SERGUEÏ LAVROV reçu à Minsk, où il a vu son homologue.', true, 'capitals'],
    ['personne:Lavrov', 'Le ministre a reçu son homologue.', false, 'not named'],
  ])('«%s» on «%s»: %s, %s', (line, text, isKept, _why) => {
    expect(keeps(line, telling(text))).toBe(isKept)
  })

  it('is looked for in the title alone when this is said', () => {
    const article = { title: 'Le ministre à Minsk', text: 'Sergueï Lavrov a vu son homologue.' }
    expect(keeps('titre:personne:Lavrov', article)).toBe(false)
    expect(keeps('titre:personne:Lavrov', { ...article, title: 'Lavrov à Minsk' })).toBe(true)
  })
})

describe('a place', () => {
  it.each<[line: string, text: string, isKept: boolean, why: string]>([
    ['lieu:Paris', 'Une réunion a eu lieu à Paris mardi.', true, 'behind a preposition'],
    ['lieu:Paris', 'La mairie de Paris a voté le budget.', true, 'whose it is'],
    ['lieu:paris', 'PARIS (Agence) — Le Conseil a voté.', true, 'a dateline'],
    ['lieu:Paris', 'Selon un sondage pour Paris Match, il recule.', false, 'a magazine'],
    ['lieu:Paris', 'Le Paris Saint-Germain a gagné.', false, 'a club'],
    ['lieu:Paris', 'Les paris sportifs augmentent.', false, 'a word'],
    ['lieu:Paris', 'Le Grand Paris avance lentement.', false, 'a longer name'],
    ['lieu:Paris', 'Selon Paris, la décision est prise.', true, 'behind a word that opens a sentence'],
    ['lieu:Washington', 'L’acteur Denzel Washington a été fêté.', false, 'a person'],
    ['lieu:"Côte d’Ivoire"', "Le sommet de Côte d'Ivoire est annulé.", true, 'apostrophes of any kind'],
    ['lieu:Russie', 'Le sommet s’est tenu à Moscou.', true, 'the capital of a country'],
    ['lieu:"États-Unis"', 'Il part aux USA demain.', true, 'another name of a country'],
    ['lieu:Soudan', 'La famine menace le Soudan du Sud.', false, 'another country'],
    ['lieu:"Le Havre"', 'Le port du Havre est bloqué.', true, 'the article of a name gives way'],
    ['lieu:Valmy', 'Rendez-vous à Valmy-sur-Loire.', false, 'another town'],
  ])('«%s» on «%s»: %s, %s', (line, text, isKept, _why) => {
    expect(keeps(line, telling(text))).toBe(isKept)
  })
})

describe('an expression', () => {
  it.each<[line: string, text: string, isKept: boolean, why: string]>([
    ['/grève (générale|nationale)/', 'Une GREVE  GENERALE est annoncée.', true, 'blanks in a row are one'],
    [
      '/grève\\s+(générale|nationale)/',
      'Une GREVE\u00A0GENERALE est annoncée.',
      true,
      'accents, capitals, blanks of any kind',
    ],
    ['/^le \\d+ mai$/', 'Rendez-vous.\nLe 12 mai\nVenez.', true, 'line by line'],
    ['/\\bbac\\b/', 'Les résultats du bac sont là.', true, 'borders of words'],
    ['/\\bbac\\b/', 'Les bacs sont vidés.', false, 'and not within one'],
    ['/l’[ée]lys[ée]e/', "Réunion à l'Élysée.", true, 'apostrophes and classes'],
    ['/\\S+vrov/', 'Sergueï Lavrov.', true, 'a class in capitals is its own'],
  ])('«%s» on «%s»: %s, %s', (line, text, isKept, _why) => {
    expect(keeps(line, telling(text))).toBe(isKept)
  })
})

describe('why an article is kept or not', () => {
  it.each<[line: string, because: readonly string[], isKept: boolean]>([
    ['réforme OU football', ['+réforme'], true],
    ['football OU rugby', ['-football', '-rugby'], false],
    ['réforme ET football', ['-football'], false],
    ['réforme SAUF (football OU grève)', ['+grève'], false],
    ['réforme SAUF football', ['+réforme', '-football'], true],
  ])('«%s»: %j', (line, because, isKept) => {
    const verdict = verdictOf(line)
    expect(verdict.isKept).toBe(isKept)
    expect(
      verdict.because.map(({ condition, isThere }) => `${isThere ? '+' : '-'}${printCondition(condition)}`),
    ).toEqual(because)
  })
})
