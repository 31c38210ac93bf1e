// Whether a sentence can stand alone in front of a reader: whole, of the article, leaning on nothing. Never ranks.
import { isDigit } from './characters.ts'
import { countWords } from './tokens.ts'

/** Shorter stretches are exclamations, labels or leftovers, in words. */
const FEWEST_WORDS = 6

/** The end of a sentence with its closing marks, in characters. */
const LONGEST_TAIL = 10

const ENDED = /[.!?…]["»”’')\]\s]*$/u
/** `…`, `(...)`: cut off by a feed, or a thought that is not finished. */
const UNFINISHED = /(?:\.\.|…)["»”’')\]\s]*$/u
const STARTED = /^["«“(\s]*(?:\p{Lu}|\p{Nd}|\p{Ll}\p{Lu})/u

/** Code, addresses and accounts: signs first, they are rare and quick to look for. */
const SIGNS = /[{}<>=©@#_\\]|\/\/|\.(?:com|fr|org|net)\/|\w\(['"]/
const NOT_PROSE = /window\.|www\.|\bEMBED\b|NDLR :/
/** What stands under a film: `Titre de la vidéopar 6MEDIAS`. */
const FILM_CAPTION = /par (?:(?<=[\p{Ll}?!]par )(?:\p{Lu}|\d|euronews)|BFMTV|6MEDIAS|euronews)/u
const ABOUT_THE_PAGE =
  /^["«\s]*(?:lire|lisez|à lire|à voir|a lire|a voir|voir|écouter|regardez|retrouvez|découvrez|suivez|cliquez|abonnez|inscrivez|partagez|commentez|consultez|téléchargez|photos?|vidéos?|image|illustration|crédits?|légende|source|texte|avec afp)(?![\p{L}])/iu
const BYLINE = /^Par \p{Lu}\p{Ll}+ \p{Lu}/u
/** Case-sensitive: this one looks through the whole sentence, and folding case would triple its cost. */
const PAGE_WORDS =
  /[Ll]ire aussi|lire également|[Cc]rédits? photo|[Pp]hoto d['’]illustration|[Nn]ewsletter|nos abonnés|[Cc]liquez ici|ci-(?:dessous|contre)|\([Pp]hoto|[Pp]hoto :/
/** `ats/jgal/kg`, `(Belga)`, `avec AFP`, `SDA/ATS`. */
const AGENCY_MARK =
  /^\(?(?:[\p{L}.]+\/)+[\p{L}.]+\)?\.?$|\((?:AFP|Belga|ats|ATS|Reuters|AP|APS|MAP|Keystone|DPA)\)/u
/** Items of a list, hours of a live page, intertitles between dashes. */
const LISTED = /^["\s]*(?:[-–—•♦▪●■*>]|\d{1,2}\s?[h:]\s?\d{2}\b|\d{1,2}[.)°]\s)/u

/** Opens on a pronoun or a connective that leans on the sentence before it. */
const HANGING =
  /^["«“\s]*(?:ils?|elles?|cela|ceci|ça|celui-(?:ci|là)|celle-(?:ci|là)|ceux-(?:ci|là)|celles-(?:ci|là)|(?:ce|cette) derni(?:er|ère)|ces derni(?:ers|ères)|tous deux|toutes deux|l['’]un d['’]eux|l['’]intéressée?|lui|leur|mais|et|ou|donc|car|or|puis|toutefois|cependant|pourtant|néanmoins|en effet|par ailleurs|en revanche|ainsi|de plus|enfin|en outre|d['’]ailleurs|au contraire|à l['’]inverse|par conséquent|en conséquence|aussi|alors|ensuite|finalement|autrement dit|reste que|résultat|de même|d['’]autre part|quant à (?:lui|elle|eux)|pour (?:lui|elle|eux)|selon (?:lui|elle|eux)|d['’]après (?:lui|elle|eux)|une telle|un tel|de tels|de telles|même (?:chose|constat)|idem|non|oui)(?![\p{L}-])/iu
/** A subordinate clause with a pronoun comes first: «Lorsqu'elle s'est rendue…». */
const HANGING_CLAUSE =
  /^["«“\s]*(?:(?:lorsqu|bien qu|puisqu|quoiqu|alors qu|après qu|parce qu|tandis qu|s)['’](?:ils?|elles?)|(?:si|quand|comme) (?:ils?|elles?))(?!\p{L})/iu
/** Whom it speaks of, or who speaks, stands elsewhere: «…», a-t-il ajouté · selon lui · la mère de ce dernier. */
const TOLD_ELSEWHERE =
  /(?:^|[\s"»”])\p{L}+(?:-t)?-(?:ils?|elles?)(?![\p{L}-])|\bselon (?:lui|elle|eux|elles)(?!\p{L})|\b(?:ce|cette|ces) derni(?:er|ère)s?(?=[,.;:]|\s(?:\p{Ll}+(?:ait|ent|era|ait|ont)|a|ont|est|sont|n|s|l|y|en|ne|se|le|la|les|qui|de|du|et)(?!\p{L}))/u
/** Points back at something told before; at the head of an article it may point forward. */
const POINTING = /^["«“\s]*(?:c['’]|ce|cet|cette|ces|son|sa|ses|leurs?)(?![\p{L}])/iu

/** Begins and ends as a sentence does, is long enough, and is no item of a list. Quick. */
export function isWhole(sentence: string): boolean {
  const tail = sentence.slice(-LONGEST_TAIL)
  return (
    ENDED.test(tail) &&
    !UNFINISHED.test(tail) &&
    STARTED.test(sentence) &&
    !LISTED.test(sentence) &&
    countWords(sentence, FEWEST_WORDS) === FEWEST_WORDS
  )
}

/** Written by the author for the reader: no code, no address, no caption, no agency mark. Slower. */
export function isProse(sentence: string): boolean {
  return (
    !ABOUT_THE_PAGE.test(sentence) &&
    !BYLINE.test(sentence) &&
    !SIGNS.test(sentence) &&
    !NOT_PROSE.test(sentence) &&
    !AGENCY_MARK.test(sentence) &&
    !FILM_CAPTION.test(sentence) &&
    !PAGE_WORDS.test(sentence)
  )
}

/** Whether a sentence leaves a pronoun or a connective hanging when the one before it is not shown. */
export function isHanging(sentence: string): boolean {
  if (HANGING.test(sentence) || HANGING_CLAUSE.test(sentence)) return true
  return !sentence.includes('?') && TOLD_ELSEWHERE.test(sentence)
}

/** Whether a sentence points back («Cette décision…»): better behind another one. */
export function isPointing(sentence: string): boolean {
  return POINTING.test(sentence)
}

const LONGEST_DATELINE = 60
const DATELINE =
  /^\p{Lu}[\p{L} ,'’-]{1,40}(?:, \d{1,2} \p{L}{3,9})? \((?:AFP|Belga|ats|ATS|Reuters|AP|APS|MAP)\)\s?[-–—:]\s?/u
const LIVE_HOUR = /^\d{1,2}\s?h(?:\s?\d\d)?\s?[.:–—-]\s/u

/** Length of what an agency or a live page puts before a sentence, `PARIS (AFP) — `, `14h03. `: 0 for nothing. */
export function datelineLength(sentence: string): number {
  if (isDigit(sentence)) return LIVE_HOUR.exec(sentence)?.[0].length ?? 0
  if (!sentence.slice(0, LONGEST_DATELINE).includes('(')) return 0
  return DATELINE.exec(sentence)?.[0].length ?? 0
}
