// Press agencies: who supplied an article, told apart from who signed it. Never looks for agencies inside sentences.

/** Who a signature names. */
export interface Byline {
  /** People or newsroom as the page writes them, `Anne Lorme et Paul Vidal`. */
  readonly author?: string
  /** `AFP`, `Belga`, `ATS`…; several are joined by `, `. */
  readonly agency?: string
}

/**
 * Agencies that French-speaking papers sign with, and how they are spelt there. Collected by hand: the wires of France,
 * Belgium, Switzerland, Canada and the Maghreb, and those they take from abroad. Add a row when a paper names another.
 */
const AGENCIES: readonly (readonly [name: string, spelling: RegExp])[] = [
  ['AFP', /^(?:agence[ -])?(?:france[ -]presse|afp(?:[- ]?(?:services?|\p{L}+)?)?)$/iu],
  ['Keystone-ATS', /^(?:agence )?keystone[ -]ats$/iu],
  ['ATS', /^(?:agence )?ats$/iu],
  ['Belga', /^(?:agence )?belga(?:news)?$/iu],
  ['Reuters', /^(?:agence |thomson )?reuters$/iu],
  ['AP', /^(?:AP|ap|Associated Press|the associated press)$/u],
  ['dpa', /^(?:agence )?dpa$/iu],
  ['APA', /^(?:agence )?apa$/iu],
  ['ANSA', /^(?:agence )?ansa$/iu],
  ['EFE', /^(?:agence )?efe$/iu],
  ['AWP', /^(?:agence )?awp$/iu],
  ['ANP', /^(?:ANP|anp)$/u],
  ['Anadolu', /^(?:agence )?(?:anadolu(?: agency)?)$|^AA$/u],
  ['Xinhua', /^(?:agence )?(?:xinhua|chine nouvelle)$/iu],
  ['TASS', /^(?:agence )?(?:itar[ -])?tass$/iu],
  ['Interfax', /^(?:agence )?interfax$/iu],
  ['RIA Novosti', /^(?:agence )?ria[ -]novosti$/iu],
  ['Bloomberg', /^bloomberg(?: news)?$/iu],
  ['La Presse Canadienne', /^(?:la )?presse canadienne$/iu],
  ['QMI', /^(?:[Aa]gence )?QMI$/u],
  ['APS', /^(?:[Aa]gence )?APS$/u],
  ['MAP', /^(?:[Aa]gence )?MAP$/u],
  ['TAP', /^(?:[Aa]gence )?TAP$/u],
  ['APMnews', /^apm(?:news| international)?$/iu],
  ['AEF', /^(?:[Aa]gence )?AEF(?: info)?$/u],
  ['6Medias', /^6 ?m[eé]dias$/iu],
  ['Media Services', /^media[ -]services$/iu],
  ['ETX Daily Up', /^ETX(?: daily up| studio)?$/iu],
  ['Relaxnews', /^relaxnews$/iu],
  ['CNW', /^CNW$/u],
]

/** Words that join names in a signature and name nobody. */
const JOINER =
  /\s*(?:[,;/|+&()[\]]|\s[-–—]\s|(?<![\p{L}\p{N}])(?:en collaboration )?avec(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])et(?![\p{L}\p{N}]))\s*/iu

/** What stands before a name, and is none. */
const PREFIX =
  /^(?:(?:[ée]crit|publi[ée]|r[ée]dig[ée]|propos recueillis|recueilli|texte|article|reportage|dossier)\s+)?(?:par|by|de notre (?:correspondante?|envoyée?(?: spéciale?)?)|sources?|auteure?s?|texte|©)\s*:?\s+|^©\s*/iu

/** Pieces of a signature that name neither a person nor one agency. */
const NOBODY =
  /^(?:(?:les |des |l['’])?agences?(?: de presse)?|services?|(?:l['’])?agence|sources?|par|dépêches?|rédaction web|admin|[\w.-]+@[\w.-]+|@\w+|https?:.*|www\..*)$/iu

/** Where a signature ends and a date begins: `Orange avec AFP, publié le lundi…`. */
const TAIL =
  /[\s,|·•–—-]*(?<!\p{L})(?:publié|mis à jour|modifié|posté|le (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))(?!\p{L}).*$/isu

/** A signature is short; longer is a sentence. In characters, by judgement: six names. */
const BYLINE_LIMIT = 200

function agencyName(piece: string): string | undefined {
  const name = piece.replace(/^l['’]/i, '')
  return AGENCIES.find(([, spelling]) => spelling.test(name))?.[0]
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`
}

/** How much of a signature is read, in characters: what follows a name, a date above all, may be long. */
const SIGNATURE_REACH = 1000

/** Author and agency of a signature such as `Anne Lorme avec AFP`, `ats/jgal/kg` or `(Belga)`. Empty when it names nobody. */
export function readByline(signature: string): Byline {
  const line = signature
    .slice(0, SIGNATURE_REACH)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(TAIL, '')
    .replace(PREFIX, '')
  if (line === '' || line.length > BYLINE_LIMIT) return {}
  const pieces = line
    .split(JOINER)
    .map((piece) => piece.replace(PREFIX, '').replaceAll(/^[\s.:*_-]+|[\s.:*_-]+$/g, ''))
  const agencies = [...new Set(pieces.map(agencyName).filter((name) => name !== undefined))]
  const authors = pieces.filter(
    (piece) =>
      piece !== '' &&
      agencyName(piece) === undefined &&
      !NOBODY.test(piece) &&
      // Initials of the desk after an agency: `ats/jgal/kg`.
      !(agencies.length > 0 && /^\p{Ll}{2,5}$/u.test(piece)),
  )
  const author = joinNames([...new Set(authors)])
  return {
    ...(author === '' ? {} : { author }),
    ...(agencies.length === 0 ? {} : { agency: agencies.join(', ') }),
  }
}

/** Words of a line that is nothing but a signature: names, initials, joiners. */
const SIGNATURE_WORD =
  /^(?:rédaction|canadienne|\p{Lu}[\p{L}.'’-]*|\p{Ll}{2,5}|\d?\p{Lu}\p{L}+|&|\+|-|–|—|\/)$/u

/** What stands around a signature and is none: a year, and what says that no hand has touched the dispatch. */
const AROUND =
  /^cet article a été publié automatiquement\.\s*|^©\s*(?:\d{4}\s+)?|[,.]?\s+\(?(?:©\s*)?(?:19|20)\d{2}\)?\.?$/giu

/**
 * The signature that a whole line of an article is, when it names an agency: `Avec AFP`, `ats/jgal/kg`, `(Belga)`,
 * `© AFP`, `L. D. avec Reuters`. Undefined for everything else, sentences about agencies above all.
 */
export function agencyCredit(written: string): Byline | undefined {
  const line = written.replace(AROUND, '')
  const whole = agencyName(line)
  if (whole !== undefined) return { agency: whole }
  if (line.length > 80 || /[!?»"]$|[.](?=\s+\p{Lu}\p{Ll}{3})/u.test(line)) return undefined
  const words = line
    .replace(/\.$/, '')
    .split(/[\s,/()[\]:©]+/u)
    .filter((word) => word !== '')
  if (words.length > 8 || !words.every((word) => SIGNATURE_WORD.test(word) || /^6medias$/i.test(word)))
    return undefined
  const byline = readByline(line.replace(/^\(+|\)+$/g, ''))
  if (byline.agency === undefined) return undefined
  // «L'AFP se tait» and «Reuters Paris cherche» are too short to be told from names by their form: small words tell.
  return /(?<!\p{L})(?:le|la|les|un|une|des|du|de|se|a|est|sont|ont|qui|que|par)(?!\p{L})/u.test(
    byline.author ?? '',
  )
    ? undefined
    : byline
}

/**
 * A last paragraph without the agency that closes it, `… à Genève. (ats)` or `… à Genève. ats/jgal/kg`, and that agency.
 * The paragraph comes back as it was when none does.
 */
export function splitClosingCredit(paragraph: string): { readonly text: string; readonly agency?: string } {
  const closing =
    /^(?<text>.*[.!?…»"”])\s*(?:[—–-]\s*)?(?:\((?<bracketed>[^()]{2,60})\)|(?<bare>(?:avec\s)?[\p{L}\p{N}/ -]{2,40}))\.?$/su.exec(
      paragraph,
    )
  const credit = closing?.groups?.['bracketed'] ?? closing?.groups?.['bare']
  const byline = credit === undefined ? undefined : agencyCredit(credit.trim())
  const text = closing?.groups?.['text']
  if (byline?.agency === undefined || byline.author !== undefined || text === undefined)
    return { text: paragraph }
  return { text, agency: byline.agency }
}

/** A place, a day, an agency in brackets and a dash: `PARIS, 12 mars (AFP) - …`. */
const DATELINE =
  /^(?:\p{Lu}[\p{L} ’'/-]{1,40}?)?(?:, (?:le )?(?:1er|\d{1,2}) \p{L}{3,9}\.?(?: \d{4})?)?,? ?\((?<credit>[^()]{2,40})\)(?: [-–—]|[-–—]|\s*:)\s*(?=[\p{Lu}«"“])/u

/** A first paragraph without its dateline, and the agency in it. The paragraph comes back as it was without one. */
export function splitDateline(paragraph: string): { readonly text: string; readonly agency?: string } {
  const found = DATELINE.exec(paragraph)
  const credit = found?.groups?.['credit']
  const byline = credit === undefined ? undefined : agencyCredit(credit.trim())
  if (found === null || byline?.agency === undefined || byline.author !== undefined)
    return { text: paragraph }
  return { text: paragraph.slice(found[0].length), agency: byline.agency }
}
