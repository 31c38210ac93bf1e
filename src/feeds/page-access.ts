// Whether an article is for subscribers: what its page declares, then what it tells its readers. Never gets around anything.
import { attributeOf, isElement, type PageElement, wordsOf } from './page-tree.ts'
import type { PageWitnesses } from './page-witnesses.ts'

/** `<meta>` that say so, with the values that do: Open Graph's content tier, and what publishers' own tools read. */
const ACCESS_METAS: readonly (readonly [name: string, closed: RegExp, open: RegExp])[] = [
  ['article:content_tier', /^(?:locked|metered|paid|premium)$/i, /^free$/i],
  ['og:article:content_tier', /^(?:locked|metered|paid|premium)$/i, /^free$/i],
  ['isaccessibleforfree', /^(?:false|no|0)$/i, /^(?:true|yes|1)$/i],
  ['paywall', /^(?:true|yes|1|hard|locked|premium|abonne?s?)$/i, /^(?:false|no|0|none|free)$/i],
  ['ad:restricted', /^(?:true|yes|1)$/i, /^(?:false|no|0)$/i],
]

/** What a page says of its own article where it stops; of other articles a page says it in fewer words. */
const TOLD =
  /il vous reste (?:encore )?\d+(?:[.,]\d+)? ?% (?:de (?:cet|l’)|à (?:lire|découvrir))|(?:cet article|ce contenu|cette page|la suite(?: de (?:cet|l’) ?article)?) est (?:exclusivement )?réservée? (?:exclusivement |uniquement )?(?:aux|à nos) abonné|la suite (?:est|de cet article est) (?:accessible|disponible) (?:uniquement )?(?:aux|pour les|à nos) abonné|(?:pour|afin de) (?:lire|découvrir|poursuivre|continuer)(?: la lecture| la suite| l’intégralité)?(?: de (?:cet|l’) ?article)?,? (?:merci de vous abonner|abonnez[- ]vous|il faut être abonné)|abonnez[- ]vous pour (?:lire|découvrir|poursuivre|continuer)(?: la lecture| la suite| l’intégralité| cet article)/iu

/** Longer words are a text, in characters; a notice is short. */
const NOTICE_LENGTH = 400

/**
 * Whether the publisher keeps the article for subscribers. Markup first (JSON-LD, microdata, `<meta>`): its word is
 * final either way. Then the notice that the page shows.
 */
export function isForSubscribers(page: PageWitnesses): boolean {
  const declared = new Set([page.described?.isPaywalled, page.marked?.isPaywalled, declaredByMetas(page)])
  const isClosed = declared.has(true)
  if (isClosed || declared.has(false)) return isClosed
  return page.elements.some((element) => isNotice(element))
}

function declaredByMetas({ metas }: PageWitnesses): boolean | undefined {
  for (const [name, closed, open] of ACCESS_METAS) {
    const value = metas.get(name)?.[0]?.trim() ?? ''
    if (closed.test(value)) return true
    if (open.test(value)) return false
  }
  return undefined
}

const NOTICE_ELEMENT = /^(?:p|div|span|h[2-6]|strong|section|aside)$/

function isNotice(element: PageElement): boolean {
  if (!NOTICE_ELEMENT.test(element.name) || attributeOf(element, 'hidden') !== undefined) return false
  // Its own words and those of the links and marks in it: to read deeper would read a page once for every element.
  const words = element.children.map((child) =>
    isElement(child) ? child.children.map(wordsOf).join('') : wordsOf(child),
  )
  const raw = words.join('')
  if (raw.length > NOTICE_LENGTH) return false
  return TOLD.test(raw.replaceAll(/[\s\u00A0\u202F]+/g, ' ').replaceAll("'", '’'))
}
