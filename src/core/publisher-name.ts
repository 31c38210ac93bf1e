// Who publishes a feed, guessed from its title and its addresses, for an administrator to correct. Asks nobody.
import { type WebSite, webSite } from './web-site.ts'

export interface PublisherClues {
  /** As the feed gives it; `''` without any. */
  readonly title: string
  readonly feedUrl: string
  readonly itemUrls: readonly string[]
}

/** What stands behind this many characters of a title names nobody. */
const LONGEST_TITLE = 500

/** A name of more words is a sentence about the site: « Le Journal de Saône-et-Loire » has four, and few have five. */
const NAME_WORDS = 6

/** A registered name of fewer letters is met by chance: `la`, `tv`. */
const LABEL_LETTERS = 3

/** Parts of a title that stand apart: « Le Phare - À la une », « Le Phare : toute l’actualité », « Le Phare » Flux ». */
const SEPARATOR = /\s+[-–—|•·»›>:/]+(?:\s+|$)|\s*[|»›]\s*/u

/** What a part says that names no publisher: formats, rubrics, what every newsroom says of its news. */
const NO_NAME =
  /^(?:le |la |les |l’|nos |notre )?(?:rss|atom|xml|feeds?|flux(?: rss| atom)?|home|accueil|(?:actualités?|actus?|infos?|news|titres)(?: (?:et|en|à|du jour|de la une|&)(?: .*)?)?|à la une|une|tou(?:te|tes|s|t) (?:l’|la |les |le |sur ).*|derni(?:ers|ères) .*|gros titres|articles?|informations?|brèves|blog|en (?:continu|direct)|fil (?:info|d’actu).*|(?:flux des )?commentaires.*|international|monde|france|régions?|politique|économie|éco|entreprises?|sports?|culture|sciences?|santé|planète|société|tech|idées|opinions?|débats|magazine|vidéos?|podcasts?|sans titre|untitled)$/iu

/** « Flux RSS de », « Home »: with or without a preposition, a name follows. */
const FORMAT_BEFORE =
  /^(?:(?:le |les )?(?:flux|fils?|feeds?|syndication)(?: rss| atom| d’actualités?| d’infos?| d’information| des articles| des actualités)?|rss|home|accueil|bienvenue)(?:\s*:\s+|\s+)/iu

/** « Actualités de », « Toute l’actualité sur »: only with a preposition does a name follow. */
const NEWS_BEFORE =
  /^(?:toute l’|toutes les |l’|les )?(?:actualités?|actus?|infos?|nouvelles|news|(?:derniers )?articles) (?=de |du |des |d’|sur )/iu

/**
 * The name of the publisher. The words of the title that spell the site's registered name, wherever they stand, so that
 * all feeds of a site give one name; else the first part of the title that can be a name; else the host.
 */
export function publisherName(clues: PublisherClues): string {
  const site = siteOf(clues)
  const title = clues.title.slice(0, LONGEST_TITLE).replaceAll(/\s+/g, ' ').replaceAll("'", '’').trim()
  const parts = title.split(SEPARATOR).map((part) => part.trim())
  const spelled = site.isCarrier ? undefined : spelledName(parts, site)
  return spelled ?? partName(parts) ?? site.host
}

/** Where most of the articles are; where the feed is when they are all over the web. */
function siteOf({ feedUrl, itemUrls }: PublisherClues): WebSite {
  const own = webSite(feedUrl)
  const sites = itemUrls.map(webSite).filter(({ host }) => host !== '')
  const counts = Map.groupBy(sites, ({ label }) => label)
  const [most = []] = [...counts.values()].toSorted((one, other) => other.length - one.length)
  const [first] = most
  return first !== undefined && (most.length * 2 > sites.length || own.isCarrier) ? first : own
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z\d]/g, '')
}

/** A word of a title without marks around it and without `.fr`. */
function bareWord(word: string): string {
  return word.replaceAll(/^[«“"(]+|[»”"),.;:]+$/gu, '').replace(/\.[a-z]{2,6}$/, '')
}

/** `Le Phare` in « Toute l’actualité sur Le Phare.fr » of lephare.fr; the whole of « Mairie de Valmer » of valmer.fr. */
function spelledName(parts: readonly string[], { host, label }: WebSite): string | undefined {
  const wanted = folded(label)
  if (wanted.length < LABEL_LETTERS) return undefined
  for (const part of parts) {
    const words = withoutIntroduction(part).split(' ').map(bareWord)
    for (const start of words.keys()) {
      for (let end = start + 1; end <= Math.min(start + NAME_WORDS, words.length); end += 1) {
        const name = nameOf(words, { start, end }, wanted)
        if (name !== undefined) return name === name.toLowerCase() && !name.includes(' ') ? host : name
      }
    }
  }
  return undefined
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a stretch of words names when it spells `wanted`. */
function nameOf(words: readonly string[], { start, end }: Stretch, wanted: string): string | undefined {
  const stretch = words.slice(start, end)
  const [name, spelling] = [stretch.join(' '), folded(stretch.join(' '))]
  const [first = '', before = ''] = [stretch[0], words[start - 1]]
  // « L’Humanité » of humanite.fr.
  const isElided = /^[ld]’/i.test(first) && spelling.slice(1) === wanted
  if (spelling !== wanted && !isElided) return undefined
  const isComplement = /^(?:de|du|des)$/i.test(before) || /^d’/i.test(first) || isArticleOf(words, start)
  if (isComplement && words.length <= NAME_WORDS) return words.join(' ')
  if (/^(?:le|la|les)$/i.test(before)) return `${capital(before)} ${name}`
  return isElided ? capital(name.replace(/^d’/i, '')) : name
}

/** « Gazette de la Lande » of lande.fr is more than the Lande. */
function isArticleOf(words: readonly string[], start: number): boolean {
  return /^(?:le|la|les)$/i.test(words[start - 1] ?? '') && /^de$/i.test(words[start - 2] ?? '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function partName(parts: readonly string[]): string | undefined {
  return parts
    .filter((part) => !NO_NAME.test(part))
    .map((part) => withoutIntroduction(part).replace(/\s*\(?\b(?:rss|atom|feed|flux)\)?$/i, ''))
    .find((part) => part !== '' && !NO_NAME.test(part) && part.split(' ').length <= NAME_WORDS)
}

/** `Le Phare` from « Flux RSS du Phare », `Mairie de Valmer` from « Actualités de la mairie de Valmer ». */
function withoutIntroduction(part: string): string {
  const rest = part.replace(FORMAT_BEFORE, '').replace(NEWS_BEFORE, '')
  if (rest === part) return part
  const [, preposition = '', name = ''] = /^(de la |de l’|du |des |de |d’|sur |à )?(.*)$/u.exec(rest) ?? []
  if (/^(?:du|des) $/i.test(preposition) && /^\p{Lu}/u.test(name)) {
    return `${preposition.startsWith('du') ? 'Le' : 'Les'} ${name}`
  }
  return capital(name.replace(/^(?:la |le |les |l’)(?=\p{Ll})/u, ''))
}
