// Where sentences end: a table of phenomena, each row with its reason, and what must hold for any text.
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/french/sentences.ts'
import { cutAtBars, sentencesOf } from './bars.ts'

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

const isStable = (text: string): boolean =>
  isSound(text) && JSON.stringify(splitSentences(text)) === JSON.stringify(splitSentences(text))

/** Between the halves of a surrogate pair. */
const isInsideCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

const cutsWholeCharacters = (text: string): boolean =>
  splitSentences(text).every(
    ({ start, end }) => !isInsideCharacter(text, start) && !isInsideCharacter(text, end),
  )

/** Microseconds of computing for a text of so many characters, all of one unit. */
function costOf(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length))
  const before = process.cpuUsage()
  splitSentences(text)
  return process.cpuUsage(before).user
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
    ['an abbreviation glued to the stop', 'Voici la fin.|M. Roy sort.'],
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
    ['an arrow that opens an item', 'Le texte passe.|► Le prix baisse|► Les aides montent'],
    ['quotation marks inside a quotation', '"Il crie : \'Sortez !\' |Personne ne bouge", dit Paul.'],
    ['two apostrophes for a mark', "Le maire refuse. |''Le budget est clos'', dit-il."],
    ['plus signs for marks', '"Il a dit : +je viens !+ |Et il est venu", dit Paul.'],
    ['an account that speaks', 'Paul sourit. |@Mairie répond.'],
    ['a small letter by mistake', "La barque rentre. |à l'aube, le port dort."],
    ['an abbreviation before a small letter', 'Le prof. dort en sept. dans la salle.'],
    ['an hour against the stop', 'Il est là, assure-t-il.|20h05 : le débat commence.'],
    ['a figure against a mark', 'On connaît le prix !|90 euros par jour.'],
    ['a figure against an ellipsis', 'la vie, le bruit...|40 élus partent.'],
    ['a measure before a figure', 'Le mur fait 3 m. |12 ouvriers le bâtissent.'],
    ['the sign-off of an agency', 'La grève cesse.|abc-de/fgh/ij'],
    ['a channel with a number', 'Un été sec ?par Europe 1|Florence Roy répond.'],
    ['a quotation against a year', 'des aides d\'ici 2030|"Cet accord est bon", dit Paul.'],
    ['telephone numbers', 'Aisne : 03 23 21 82 82|Nord : 03 20 30 58 00'],
    ['figures that belong to a name', 'La 2A, la 730Ld et 20Minutes restent. |Fin.'],
    ['a full name against a long word', 'le passé de Paul Durand|Enquêteur chevronné, il vit ici.'],
    ['a man against a word', 'Une fin de grève|M. Roy dit avoir ouvert le débat.'],
    ['a short acronym against a word', 'les questions posées aux médias|TF1 et LCI se taisent.'],
    ['a person against a name', 'Autour du prince Andrew|Ghislaine Roy avait bâti un réseau.'],
    ['brand names before a comma', 'Chez BlaBlaCar, on roule. |Chez SaskTel, on parle.'],
    ['a day against a name', 'un incendie près de Rouen|Mardi, le feu a repris.'],
    ['code', "{ 'mediaType': 'film', 'domNode': 3 }"],
    ['a party with a stop in its name', 'Il dirige Génération.s.|Le parti se réunit ce soir.'],
  ])('%s', (_reason, row) => {
    expect(sentencesOf(row.replaceAll('|', ''))).toEqual(cutAtBars(row))
  })

  it('gives offsets into the text itself, without outer blanks', () => {
    expect(splitSentences('  Un. \u00A0 Deux.  ')).toEqual([
      { start: 2, end: 5 },
      { start: 8, end: 13 },
    ])
  })

  it('takes marks of no width for blanks', () => {
    expect(sentencesOf('Le maire sort.\u200B \u200BDe son côté, Anne rit.\u200B')).toEqual([
      'Le maire sort.',
      'De son côté, Anne rit.',
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
        '+',
        '►',
        '\u200B',
        ' par RTV',
        'LE GAZ CHER ',
        '20h05',
        '𝐀',
        'é',
        'Selon ',
      ),
      string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  const texts = pieces.map((parts) => parts.join(''))

  it('says the same twice, whatever half characters a text holds', () => {
    const broken = array(oneof(texts, constantFrom('\uD83D', '\uDE00', '<p>', '&nbsp;', '😀', '\u200D')), {
      maxLength: 8,
    })
    expect(() =>
      assert(
        property(
          broken.map((parts) => parts.join('')),
          isStable,
        ),
        { numRuns: 1000 },
      ),
    ).not.toThrow()
  })

  it('never cuts a character in two', () => {
    const letters = array(constantFrom('😀', '𝐀', '. ', 'Le ', '"', 'a', '►', '\n', '1'), { maxLength: 40 })
    expect(() =>
      assert(
        property(
          letters.map((parts) => parts.join('')),
          cutsWholeCharacters,
        ),
        { numRuns: 2000 },
      ),
    ).not.toThrow()
  })

  it('cuts in order, inside the text, and loses no letter and no figure', () => {
    expect(() => assert(property(texts, isSound), { numRuns: 5000 })).not.toThrow()
  })

  /** Characters in a line of one megabyte. */
  const LONG_LINE = 1_000_000
  /** Four times the length costs four times as much when cost is linear, sixteen times when it grows with the square. */
  const MOST_TIMES_FOUR = 8
  /** What the collector may take in between, in microseconds. */
  const PAUSE = 100_000

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
    'M. ',
    '- ',
    '►',
    '9A',
    'LE le ',
    '\u200B',
    "''",
    'a. ',
    'par B',
    '\uD83D',
    '😀',
  ])('reads a megabyte of %j in time that grows as its length does', { retry: 2 }, (unit) => {
    const quarter = costOf(unit, LONG_LINE / 4)
    expect(costOf(unit, LONG_LINE)).toBeLessThan(MOST_TIMES_FOUR * quarter + PAUSE)
  })
})
