// Where sentences end: a table of phenomena, each row with its reason, and what must hold for any text.
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/french/sentences.ts'

const sentencesOf = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

/** A row is a text with `|` at each boundary; blanks around the bar are part of the text. */
const cutAtBars = (row: string): readonly string[] => row.split('|').map((part) => part.trim())

const solid = (part: string): string => part.replace(/[^\p{L}\p{N}]/gu, '')

/** In order, inside the text, trimmed, every letter and figure kept. */
function isSound(text: string): boolean {
  let [end, kept] = [0, '']
  for (const span of splitSentences(text)) {
    const sentence = text.slice(span.start, span.end)
    if (span.start < end || span.end <= span.start || span.end > text.length) return false
    if (sentence !== sentence.trim()) return false
    end = span.end
    kept += sentence
  }
  return solid(kept) === solid(text)
}

describe('splitSentences', () => {
  it.each([
    ['a blank after the stop', 'La neige tombe. |Les écoles ferment.'],
    ['no blank after the stop', 'La neige tombe.|Alors les écoles ferment.'],
    ['a stop inside the quotation', '"Nous partons."|"Le train attend", dit Paul.'],
    ['a glued opening mark', 'Le maire refuse.|"Le budget est clos", dit-il.'],
    ['a glued closing mark', 'Il dit "non".|Le conseil vote.'],
    ['guillemets closed after the stop', '« Nous partons. » |Le train attend.'],
    ['a guillemet glued to the next sentence', 'un « record ».|Mme Roy sourit.'],
    ['typographic marks', 'Il parle de “paix”. |“La guerre est finie”, dit-elle.'],
    ['two quotations against each other', 'Il promet "une équipe solide"|"Le temps presse", répond-elle.'],
    ['a sentence inside a quotation', '"Il pleut. |Nous restons", dit Anne.'],
    ['no stop at all before an elided word', "un pays arabe|L'ex-ministre refuse."],
    ['no stop before a pronoun behind a name', 'vu par Jean Dupont|Ce jeudi, il neige.'],
    ['no stop behind capitals', 'selon la RATP|Les lignes rouvrent.'],
    ['a verb behind an acronym', 'La FIFA a voté et la NBA A dit oui.'],
    ['no stop behind a year', 'fondée en 2017|Emmanuel Roy la dirige.'],
    ['no stop before an acronym', 'un piège à rats|SNCF et mairie se taisent.'],
    ['an intertitle between dashes', 'Tout brûle.|- Un été sec -|Les pompiers veillent.'],
    ['an intertitle with marks and a question', 'Tout brûle. |- "Quel avenir" ? - |Paul doute.'],
    [
      'a bare intertitle before a preposition',
      'Un prix trop élevé |Selon la société, le terrain vaut dix fois moins que cela.',
    ],
    ['an abbreviation glued to the stop', 'Voici la fin.|M. Roy sort.'],
    ['titles', 'M. Roy, Mme. Lee, Mgr. Paul et le Dr. Martin votent. |MM. Roy et Lee aussi.'],
    ['initials', 'J. K. Rowling et J.R.R. Tolkien rêvent. |George W. Bush aussi.'],
    ['a particle behind an initial', 'Le député J. Le Goff vote. |Il part.'],
    ['a letter that names a plan', "Le jury retient l'option B. |Puis l'option D."],
    ['an acronym with stops', 'Il dirige Ford France S.A. |Mais il part.'],
    ['plural acronyms', 'Leurs titres sont LL.AA.II. |Voilà tout.'],
    ['numbers behind abbreviations', "Selon l'art. 49 al. 3, p. 12, vol. 2, cf. Roy, tout va."],
    ['a month cut short', 'Né le 3 sept. 2015 à Lyon. |Il rit.'],
    ['et cetera', 'Pelles, seaux, etc. |Et des cordes, etc., pour tous.'],
    ['numbers with stops and apostrophes', "Plus de 5.000 morts et 25'000 blessés à 4.9 km. |Fin."],
    ['hours', 'Départ à 18h00. |Retour à 20h.|Puis dîner.'],
    ['an hour that opens a sentence', 'La foule attend.|14h03. Le cortège part.'],
    ['measures', 'Il fait 17,9°C. |Le vent souffle à 80 km/h.|Météo-France veille.'],
    [
      'web addresses and domain names',
      'Voir https://exemple.fr/a.b?c=D!e. |Sur impôts.gouv.fr et Change.org. |Fin.',
    ],
    ['an address against the next sentence', 'sur exemple.com.|Cette page dort.'],
    ['a mark inside an address', 'lisez www.exemple.fr/?Page=2 vite.'],
    ['an agency in brackets', 'Les combats cessent. |(Belga)'],
    ['an ellipsis that goes on', 'les aides tardent... les motifs manquent.'],
    ['an ellipsis that ends', 'la dette, le climat,... |Plusieurs chantiers attendent.'],
    ['a pause before a name', 'il part en compagnie de... Paul Roy.'],
    ['words left out', 'la situation (...) et la crise (...) |Les gens partent.'],
    ['a wink in brackets', 'un succès (!) Paul Roy sourit.'],
    ['marks inside a quotation that goes on', '"Bravo !!!" ont crié des élèves.'],
    ['a name with its own mark', 'Chez Yahoo! Paul Roy code.'],
    ['a number that opens a list', 'Trois questions. |1. Le prix baisse-t-il ? |2. Qui paie ?'],
    ['a number that opens a sentence', 'Le bilan monte. |12 personnes sont mortes.'],
    ['bullets', 'Les horaires : |• Lundi matin |• Mardi soir'],
    ['brand names', 'Un iPhone sur YouTube, LeBonCoin et McDonald chez LinkedIn.'],
    ['a name that begins small', 'La radio ferme. |iTélé ouvre.'],
    ['hashtags and accounts', 'Le mot #BalanceTonPorc et le compte @LeMonde circulent.'],
    ['code', 'new Film("mediaType": "dm", "docUid": 3)'],
    ['lines', 'Un titre sans point\n|Une phrase. |Une autre.\n\n|Fin'],
    ['lines with carriage returns', 'Un titre\r\n|Une phrase.'],
    [
      'a line broken by a mailer',
      'Une phrase assez longue pour que le logiciel la coupe en son\nmilieu ne finit pas là.',
    ],
    ['short lines of a list', 'des pommes\n|des poires'],
    ['figures and names with stops', 'Un moteur 1.4 de 95 ch. |Le coffre est petit.'],
  ])('%s', (_reason, row) => {
    expect(sentencesOf(row.replaceAll('|', ''))).toEqual(cutAtBars(row))
  })

  it('gives offsets into the text itself, without outer blanks', () => {
    expect(splitSentences('  Un. \u00A0 Deux.  ')).toEqual([
      { start: 2, end: 5 },
      { start: 8, end: 13 },
    ])
  })

  it.each(['', '   ', '\n\n', '...', '« »', '—'])('finds nothing in %j', (text) => {
    expect(splitSentences(text)).toEqual([])
  })

  const pieces = array(
    oneof(
      constantFrom(
        '. ',
        '.',
        '!',
        '? ',
        '…',
        '"',
        '« ',
        ' »',
        '“',
        '”',
        '(',
        ')',
        '- ',
        ' -',
        '\n',
        "'",
        'M. ',
        'A.',
        '1.',
        'Le ',
        'L’',
        'mot',
        'Mot',
        'aB',
        ' ',
        '\u00A0',
        ',',
        ':',
        'http://a.b',
        '•',
        '12',
        '%',
        '𝐀',
        'é',
        'Selon ',
      ),
      string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  const texts = pieces.map((parts) => parts.join(''))

  it('cuts in order, inside the text, and loses no letter and no figure', () => {
    expect(() => assert(property(texts, isSound), { numRuns: 5000 })).not.toThrow()
  })

  /** Characters in a line of one megabyte, and what a slow machine may compute for it. */
  const LONG_LINE = 1_000_000
  const LIMIT_MICROSECONDS = 1_000_000

  it.each([
    '.',
    '"',
    'a',
    'aA',
    'A.',
    ' . ',
    '- A -',
    '«',
    '\n',
    '(...) ',
    '1.',
    'http://',
    '" ',
    '•',
    'Selon ',
    "L'A",
    'BONJOUR ',
  ])('reads a megabyte of %j in less than a second of computing', { retry: 2 }, (unit) => {
    const text = unit.repeat(Math.ceil(LONG_LINE / unit.length))
    const before = process.cpuUsage()
    splitSentences(text)
    expect(process.cpuUsage(before).user).toBeLessThan(LIMIT_MICROSECONDS)
  })
})
