// Whether a sentence can stand alone in front of a reader: whole, of the article, leaning on nothing. Never ranks.
import { isDigit } from './characters.ts'
import { countWords } from './tokens.ts'

/** Shorter stretches are exclamations, labels or leftovers, in words. */
const FEWEST_WORDS = 6

/** The end of a sentence with its closing marks, in characters. */
const LONGEST_TAIL = 10

/** Not behind a small mark alone: `…, dit-elle : 'Rien.'` is half of a quotation. */
const ENDED = /[.!?…]["»”)\]\s]*$/u
/** `…`, `(...)`: cut off by a feed, or a thought that is not finished. */
const UNFINISHED = /(?:\.\.|…)["»”’')\]\s]*$/u
const STARTED = /^["«“\s]*(?:\p{Lu}|\p{Nd}|\p{Ll}\p{Lu})/u
/** Items of a list, hours of a live page, intertitles between dashes, questions and answers, a label and its figure. */
const LISTED =
  /^["\s]*(?:[-–—•♦▪●■►▶*>]|\d{1,2}\s?[h:]\s?(?:\d{2}\b|[.:–—-])|\d{1,2}[.)°]\s|[QR]\s?:|\p{Lu}[\p{L} ’'-]{2,40}\s?: \+?\d[^.]{0,40}\.$)/u

/** Code, addresses, accounts, bullets and characters that were lost: signs first, they are rare and quick to look for. */
const SIGNS =
  /[{}<>=©@#_\\|→►▶✔*\uFFFD\p{Cs}]|[\u{1F000}-\u{1FAFF}\u2600-\u27BF]|\/\/|&(?:#\d{2,5}|[a-z]{2,6});|\.(?:com|fr|org|net|be|ch|ca)\/|\w\(['"]/u
const NOT_PROSE = /window\.|www\.|\bEMBED\b|NDLR :/
/** Two sentences without a blank, a list of dashes run in, two words or more of a title in capitals. */
const GLUED =
  /[\p{Ll}\d)»%][.!?…](?=\p{Lu}\p{Ll})|[:;]\s?- \p{L}|["»] -\p{Lu}|\p{Ll},\p{L}{3}|(?<!\p{Lu})\p{Lu}{4,30}[\s'’]{1,2}(?:\p{Lu}{1,30}[\s'’]{1,2}){0,9}\p{Lu}{4}/u
/** What stands under a film: `Titre de la vidéopar 6MEDIAS`. */
const FILM_CAPTION = /[\p{Ll}\d?!)"»]par (?:\p{Lu}|\d|euronews|franceinfo)/u
/** What a page says of itself, at the head of a sentence that nobody speaks. */
const ABOUT_THE_PAGE = new RegExp(
  [
    String.raw`^\s*(?:`,
    // «Lire aussi : …», «À voir sur notre site.», «Lire la suite.»
    String.raw`(?:[àa] )?(?:lire|voir|écouter|revoir|découvrir|retrouver)(?: (?:aussi|également|ici|la suite|la vidéo|notre|nos|l['’]article|sur)(?!\p{L})|\s?:)`,
    // «Retrouvez notre direct», «Inscrivez-vous», «Partagez cet article»
    String.raw`|(?:lisez|regardez|retrouvez|découvrez|suivez|cliquez|abonnez|inscrivez|partagez|commentez|consultez|téléchargez|rejoignez|recevez|réagissez|revivez|écoutez|signalez|connectez|soutenez|participez|testez|votez)`,
    String.raw`(?:-vous|-nous|-moi)?(?![\p{L}-])`,
    // «Photo : …», «Vidéo - …», «Source AFP», «Mis à jour le 3 mai»
    String.raw`|(?:photos?|vidéos?|images?|illustrations?|crédits?|légende|sources?|infographie|podcast|diaporama|replay|direct|exclusif|infos?|mise à jour)\s?(?:[:(|©/–—-]|afp|reuters|getty)`,
    String.raw`|(?:mise? à jour|publiée?|modifiée?|actualisée?|postée?|rédigée?|créée?) (?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\d[^,]{0,40}|hier[^,]{0,20}|aujourd['’]hui[^,]{0,20})(?:[.]?$|par )`,
    String.raw`|(?:texte|image|illustration|avec l?['’]?afp|propos recueillis|recueillis? par|tous droits|reproduction|temps de lecture|publicité|chargement|sommaire|sur le même sujet|pour aller plus loin|pour plus d['’]informations|cet article (?:est|a été|vous)|ce contenu (?:est|a été|n['’]est)|une publication partagée)(?!\p{L})(?! (?:d['’]|de |du |des |à |phare|forte))`,
    // «Sondage réalisé en ligne auprès de …»
    String.raw`|(?:l['’])?(?:sondage|enquête|étude|baromètre)[^.]{0,60}(?:réalisée?|effectuée?|menée?) (?:en ligne|par (?:internet|téléphone)|du \d|les \d|auprès)`,
    String.raw`|(?:la )?représentativité|voici (?!quelques (?:heures|jours|semaines|mois|années))(?:ce|les?|la|comment|pourquoi|notre|nos|quelques|une?|leurs?|l['’])(?!\p{L})`,
    String.raw`)`,
  ].join(''),
  'iu',
)
const BYLINE =
  /^(?:Par|De notre (?:correspondante?|envoyée?)|Un article de|Reportage de|Avec notre) (?:\p{Lu}\p{Ll}+ \p{Lu}|spéciale?|[àa] )/u
/** Case-sensitive: this one looks through the whole sentence, and folding case would triple its cost. */
const PAGE_WORDS = new RegExp(
  [
    String.raw`[Ll]ire aussi|[Ll]ire (?:également|notre|la suite)\s?:|[Ll]ire la suite|[Cc]rédits? photo|[Pp]hoto d['’]illustration [:(]|\([Pp]hotos?[ :)]|[Pp]hoto :`,
    String.raw`|[Nn]ewsletter gratuite|[Rr]éservée?s? aux abonnés|[Dd]éjà abonné|[Cc]liquez ici|ci-(?:dessous|dessus|contre|joint)`,
    String.raw`|(?:les|des|de|nos) [Cc]ookies?(?= (?:et|pour|sont|vous|afin))|nous et nos (?:\d+ )?partenaires (?:util|stock|trait)|[Jj]ava[Ss]cript|votre (?:navigateur|boîte mail)`,
    String.raw`|chaîne WhatsApp|Google (?:Actualités|Discover)|[Dd]roits de reproduction|[Tt]ous droits réservés|[Mm]entions légales`,
    String.raw`|[Vv]oir cette publication|[Uu]ne publication partagée|pic\.twitter|\(voir (?:notre|la|le|ci|plus|photos?|encadré|tableau|vidéo)|méthode des quotas|Temps de lecture`,
    String.raw`|[Pp]ropos recueillis|[Rr]eproduction interdite|[Ss]ignaler une erreur|[Aa]jouter à (?:vos|mes) favoris|[Cc]opier le lien`,
  ].join(''),
  'u',
)
const TO_READER_HINT = /vous|no[st]/
/** A page that speaks to its reader: «La rédaction vous propose», «Partagez-vous cet avis ?». Not inside a quotation. */
const TO_THE_READER =
  /(?<!\p{L})vous (?:propos|montr|dévoil|présent|racont|emmèn|offr|expliqu)\p{Ll}{1,5}(?!\p{L})|(?<!rendez)-vous(?!\p{L})[^.]{0,300}\?$|(?<!\p{L})(?:nos|notre) (?:newsletters?|lettre d['’]information|abonnés|partenaires|article|dossier|diaporama|direct|live|application|site|page)(?!\p{L})/u
/** `ats/jgal/kg`, `(Belga)`, `avec AFP`, `SDA/ATS`. */
const AGENCIES =
  'AFP|Belga|BELGA|ats|ATS|Reuters|REUTERS|AP|APS|MAP|TAP|APA|Keystone|Keystone-ATS|DPA|dpa|ANSA|EFE|Xinhua|PC'
const AGENCY_MARK = new RegExp(
  String.raw`^\(?(?:[\p{L}.-]+\/)+[\p{L}.-]+\)?\.?$|^.{0,60}\((?:${AGENCIES})\)\s?[-–—:]|\((?:avec )?(?:${AGENCIES})\)["»\s.]*$`,
  'u',
)

/** Opens on a pronoun or a connective that leans on the sentence before it. */
const HANGING =
  /^["«“\s]*(?:ils?|elles?|cela|ceci|ça|celui-(?:ci|là)|celle-(?:ci|là)|ceux-(?:ci|là)|celles-(?:ci|là)|(?:ce|cette) derni(?:er|ère)|ces derni(?:ers|ères)|tous deux|toutes deux|l['’]un d['’]eux|l['’]intéressée?|lui|leur|mais|et|ou|donc|car|or|puis|toutefois|cependant|pourtant|néanmoins|en effet|par ailleurs|en revanche|ainsi|de plus|enfin|en outre|d['’]ailleurs|au contraire|à l['’]inverse|par conséquent|en conséquence|aussi|alors|ensuite|finalement|autrement dit|reste que|résultat|de même|d['’]autre part|quant à (?:lui|elle|eux)|pour (?:lui|elle|eux)|selon (?:lui|elle|eux)|d['’]après (?:lui|elle|eux)|une telle|un tel|de tels|de telles|même (?:chose|constat)|idem|non|oui)(?![\p{L}-])/iu
/** Phrases that answer to the sentence before: «Pour cela, …», «De son côté, …», «Parmi eux, …», «Conséquence : …». */
const ANSWERING = new RegExp(
  [
    String.raw`^["«“\s]*(?:`,
    "pour (?:cela|ce faire|autant|sa part|leur part)|de (?:son|leur) côté|à (?:cette occasion|ce titre|cet égard|son tour|leur tour|l['’]époque)",
    '|(?:comme|chez|avec|sans|contre|parmi) (?:lui|elle|eux|elles|ces derniers|ces dernières|le sien|la sienne)',
    "|(?:aucune?|certaine?s|chacune?|la plupart|beaucoup|l['’]une?|une partie|nombre|plusieurs|parmi) (?:d['’]entre (?:eux|elles)|d['’](?:eux|elles)|de ceux-ci|de celles-ci)",
    "|(?:une partie|la plupart|l['’]une?|une?) (?:de|parmi) ces|(?:avant|après|malgré|outre|depuis|sans|avec|dans|sur|sous|face à|en plus de) cela",
    '|dans (?:ce contexte|ce cadre|ces conditions|la foulée|le même temps)|en (?:réponse|réaction|retour|conclusion|parallèle)(?=,)',
    "|c['’]est (?:pourquoi|ainsi qu(?:e|['’])|dans ce contexte)|dès lors|du coup|sauf qu(?:e|['’])|de quoi|d['’]où|de fait|bref|sinon|tel est|telle est|toujours selon|là encore|là aussi|quoi qu['’]il en soit|autant de|et pour cause|tout d['’]abord|d['’]abord",
    String.raw`|(?:objectif|problème|conséquence|bilan|verdict|preuve|cause|motif|explication|seul bémol|autre [\p{L}]+)\s?:`,
    String.raw`)(?:(?<=[:'’])|(?![\p{L}-]))`,
  ].join(''),
  'iu',
)
/** A subordinate clause with a pronoun comes first: «Lorsqu'elle s'est rendue…». */
const HANGING_CLAUSE =
  /^["«“\s]*(?:(?:lorsqu|bien qu|puisqu|quoiqu|alors qu|après qu|parce qu|tandis qu|s)['’](?:ils?|elles?)|(?:si|quand|comme) (?:ils?|elles?))(?!\p{L})/iu
/** Whom it speaks of, or who speaks, stands elsewhere: «…», a-t-il ajouté · selon lui · la mère de ce dernier. */
const TOLD_ELSEWHERE =
  /(?:^|[\s"»”])\p{L}+(?:-t)?-(?:ils?|elles?)(?![\p{L}-])|\bselon (?:lui|elle|eux|elles)(?!\p{L})|(?:lui|elle|eux|elles) aussi(?!\p{L})|quant à (?:lui|elle|eux|elles)(?!\p{L})|\b(?:ce|cette|ces) derni(?:er|ère)s?(?=[,.;:]|\s(?:\p{Ll}+(?:ait|ent|era|ait|ont)|a|ont|est|sont|n|s|l|y|en|ne|se|le|la|les|qui|de|du|et)(?!\p{L}))/u
/** Each of those holds one of these: quicker to look for. */
const TOLD_ELSEWHERE_HINTS: readonly string[] = ['-il', 'lui', 'elle', 'eux', 'derni']
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

/** Written by the author for the reader: no code, no address, no caption, no agency mark, no notice. Slower. */
export function isProse(sentence: string): boolean {
  return (
    !ABOUT_THE_PAGE.test(sentence) &&
    !BYLINE.test(sentence) &&
    !SIGNS.test(sentence) &&
    !NOT_PROSE.test(sentence) &&
    !GLUED.test(sentence) &&
    !AGENCY_MARK.test(sentence) &&
    !FILM_CAPTION.test(sentence) &&
    !PAGE_WORDS.test(sentence) &&
    !(TO_READER_HINT.test(sentence) && TO_THE_READER.test(withoutQuotations(sentence)))
  )
}

/** What the author says: quotations are left out, one that is not closed to the end of the sentence. */
const withoutQuotations = (sentence: string): string =>
  sentence.replace(/"[^"]*(?:"|$)|«[^»]*(?:»|$)|“[^”]*(?:”|$)/gu, '')

/** Whether a sentence leaves a pronoun or a connective hanging when the one before it is not shown. */
export function isHanging(sentence: string): boolean {
  if (HANGING.test(sentence) || ANSWERING.test(sentence) || HANGING_CLAUSE.test(sentence)) return true
  return (
    !sentence.includes('?') &&
    TOLD_ELSEWHERE_HINTS.some((hint) => sentence.includes(hint)) &&
    TOLD_ELSEWHERE.test(sentence)
  )
}

/** Whether a sentence points back («Cette décision…»): better behind another one. */
export function isPointing(sentence: string): boolean {
  return POINTING.test(sentence)
}

const LONGEST_DATELINE = 70
const DATELINE = new RegExp(
  [
    // `PARIS (AFP) — `, `Genève, le 3 mai 2021 (ats) - `, `Alger, APS - `, `(Belga) - `
    String.raw`^(?:\p{Lu}[\p{L} ,'’-]{1,40}?(?:, (?:le )?\d{1,2}(?:er)? \p{L}{3,9}\.?(?: \d{4})?)? ?)?\((?:${AGENCIES}|La Presse canadienne|Le Devoir)\)\s?[-–—:]{1,2}\s?`,
    String.raw`|^\p{Lu}[\p{L} '’-]{1,30}, (?:${AGENCIES})\s?[-–—:]\s`,
    // `MONTRÉAL — `, `TRIBUNE - `, `INFO LE SOIR : `
    String.raw`|^(?=.{0,30}\p{Lu}{3})\p{Lu}[\p{Lu}\d '’-]{2,34} [-–—]{1,2} (?=["«“]?\s?\p{Lu})`,
    String.raw`|^(?:INFO|EXCLU|VIDÉO|ENTRETIEN|INTERVIEW|TRIBUNE|DIRECT|RÉCIT|ANALYSE|ENQUÊTE|REPORTAGE|PORTRAIT)[\p{Lu} ]{0,20}\s?: `,
  ].join(''),
  'u',
)
const LIVE_HOUR = /^\d{1,2}\s?(?:h(?:\s?\d\d)?|:\d\d)\s?[.:–—-]\s/u

/** Length of what an agency, a section or a live page puts before a sentence, `PARIS (AFP) — `, `TRIBUNE - `, `14h03. `: 0 for nothing. */
export function datelineLength(sentence: string): number {
  if (isDigit(sentence)) return LIVE_HOUR.exec(sentence)?.[0].length ?? 0
  const head = sentence.slice(0, LONGEST_DATELINE)
  if (!/[-–—:]/.test(head)) return 0
  return DATELINE.exec(head)?.[0].length ?? 0
}
