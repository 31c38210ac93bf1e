// What a page shows and an article does not say: dates, shares, credits, links to other articles. Never fetches, never cuts a sentence.
import { attributeOf, namesOf, type PageElement } from './page-tree.ts'

/** Why an element or a line is no text. */
export type NoiseReason =
  | 'advertisement'
  | 'caption'
  | 'comments'
  | 'consent'
  | 'date'
  | 'links'
  | 'newsletter'
  | 'paywall'
  | 'player'
  | 'share'
  | 'signature'
  | 'tags'

interface NamePattern {
  readonly reason: NoiseReason
  /** Against `namesOf`: words of class and id between hyphens. */
  readonly pattern: RegExp
  /** A class or id as sites write it. */
  readonly example: string
}

/** Names that sites give to what is no text. Source: the markup of French news sites, WordPress, Drupal and SPIP. */
export const NOISE_NAMES: readonly NamePattern[] = [
  {
    reason: 'links',
    pattern: /-(?:a-)?(?:lire|voir|ecouter|decouvrir)-(?:aussi|egalement|plus|ailleurs)-/,
    example: 'bloc-a-lire-aussi',
  },
  {
    reason: 'links',
    pattern: /-(?:read|see)-(?:also|more|next)-|-(?:readmore|lireaussi|alireaussi)-/,
    example: 'read-also',
  },
  {
    reason: 'links',
    pattern: /-(?:related|relateds|associes?|connexes?|similaires?|recommend\w*|recirculation)-/,
    example: 'related-posts',
  },
  {
    reason: 'links',
    pattern:
      /-(?:sur-le-meme|meme-sujet|most-read|plus-lus|trending|breadcrumbs?|fil-ariane|outbrain|taboola)-/,
    example: 'taboola-below',
  },
  {
    reason: 'links',
    pattern: /-(?:toc|table-of-contents|sommaire|pagination|pager|skip-link|back-to-top|sidebar)-/,
    example: 'ez-toc sommaire',
  },
  {
    reason: 'share',
    pattern:
      /-(?:share|sharing|sharebar|sharedaddy|addtoany|addthis|partage|partager|social|socials|reseaux-sociaux)-/,
    example: 'sharedaddy sd-sharing',
  },
  {
    reason: 'share',
    pattern: /-(?:follow|followers|suivez|print|imprimer|bookmark|toolbar|reactions)-/,
    example: 'follow-us',
  },
  {
    reason: 'newsletter',
    pattern: /-(?:newsletters?|infolettre|mailchimp|mailpoet|inscription|subscribe|optin|cta)-/,
    example: 'inread-newsletter',
  },
  {
    reason: 'comments',
    pattern: /-(?:comments?|commentaires?|comment-list|commentlist|respond|disqus|forum)-/,
    example: 'comments-area',
  },
  {
    reason: 'consent',
    pattern: /-(?:cookies?|consent|gdpr|rgpd|didomi|onetrust|axeptio|tarteaucitron|cmp)-/,
    example: 'didomi-host',
  },
  {
    reason: 'paywall',
    pattern: /-(?:paywall|abonnement|abonnez|piano|premium-message|reserve-abonnes|subscription)-/,
    example: 'paywall__wrapper',
  },
  {
    reason: 'advertisement',
    pattern:
      /-(?:ads?|advert\w*|adsense|adslot|pub|pubs|publicite|publicites|sponsor\w*|dfp|promo|promotion)-/,
    example: 'pub-inread',
  },
  {
    reason: 'player',
    pattern:
      /-(?:player|lecteur|video-js|jwplayer|dailymotion|youtube|podcast|audio|embed-controls|diaporama|slideshow|gallery|galerie|carousel|swiper|slick)-/,
    example: 'wp-block-gallery',
  },
  {
    reason: 'player',
    pattern: /-(?:twitter-tweet|instagram-media|fb-post|embed|infogram)-/,
    example: 'twitter-tweet',
  },
  {
    reason: 'caption',
    pattern: /-(?:captions?|legendes?|credits?|copyright|copyrights|photo-credit|media-info)-/,
    example: 'wp-caption-text',
  },
  {
    reason: 'signature',
    pattern: /-(?:bylines?|authors?|auteurs?|signatures?|author-box|bio|biographie|avatar)-/,
    example: 'author-box',
  },
  {
    reason: 'date',
    pattern:
      /-(?:dates?|pubdate|published|updated|timestamp|horodatage|reading-time|temps-lecture|date-publication)-/,
    example: 'date-publication',
  },
  {
    reason: 'tags',
    pattern: /-(?:tags|tag-list|tagcloud|mots-cles|keywords|thematiques|post-tags|rubriques?)-/,
    example: 'post-tags',
  },
  {
    reason: 'tags',
    pattern:
      /-(?:entry|post|article|content|node)-(?:meta|metas|metadata|infos?|footer|utility|header-meta|submitted)-/,
    example: 'entry-meta',
  },
  {
    reason: 'links',
    pattern: /-(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden|element-invisible)-/,
    example: 'sr-only',
  },
  { reason: 'links', pattern: /-pull-?quotes?-|-exergues?-/, example: 'wp-block-pullquote' },
]

/** Elements that are no text wherever they stand. HTML Living Standard, § 4.3 and § 4.4. */
const NOISE_TAGS: ReadonlyMap<string, NoiseReason> = new Map([
  ['nav', 'links'],
  ['footer', 'links'],
  ['aside', 'links'],
  ['form', 'newsletter'],
  ['figcaption', 'caption'],
  ['amp-ad', 'advertisement'],
])

/** Tags that no site puts around an article; the others, and the names, are weighed by what the element holds. */
export const SURE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'figcaption'])

const NOISE_ROLES: ReadonlyMap<string, NoiseReason> = new Map([
  ['navigation', 'links'],
  ['complementary', 'links'],
  ['contentinfo', 'links'],
  ['banner', 'links'],
  ['dialog', 'consent'],
  ['alertdialog', 'consent'],
  ['search', 'links'],
])

/** Containers whose classes describe the article, `category-sport tag-newsletter`, not themselves. */
const NEUTRAL_TAGS = new Set(['html', 'body', 'main', 'article'])

/** Why an element is no text by its tag, its role or its names; undefined when nothing says so. */
export function noiseOfElement(element: PageElement): NoiseReason | undefined {
  const byTag = NOISE_TAGS.get(element.name) ?? NOISE_ROLES.get(attributeOf(element, 'role') ?? '')
  if (byTag !== undefined || NEUTRAL_TAGS.has(element.name)) return byTag
  if (isHidden(element)) return 'links'
  const names = namesOf(element)
  return names === '' ? undefined : NOISE_NAMES.find(({ pattern }) => pattern.test(names))?.reason
}

function isHidden(element: PageElement): boolean {
  return (
    element.attribs['hidden'] !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attribs['style'] ?? '')
  )
}
