// The article on a web page: title, date, signature, lead and paragraphs. Never fetches, never runs a script of the page.
import { ExplainedError } from '../core/failures.ts'
import type { Page } from '../ports.ts'
import { readBody } from './page-body.ts'
import { isForSubscribers } from './page-access.ts'
import { readLanguage } from './page-language.ts'
import { readLead } from './page-lead.ts'
import { readCanonicalUrl, readPublication, readSignature, readTitle } from './page-metadata.ts'
import { hearWitnesses } from './page-witnesses.ts'
import { cutText, headline, LEAD_LIMIT, NAME_LIMIT, TEXT_LIMIT } from './text-limits.ts'

/**
 * Reads an article out of HTML fetched from `url`. The lead stands in `lead`, and in `text` too when the page shows it
 * within its article. Valid Unicode; what is endless is cut. Throws ExplainedError `page-without-text` when there is no paragraph to read, and nothing else.
 */
export function extractPage(html: string, url: string): Page {
  const page = hearWitnesses(html, url)
  const title = readTitle(page)
  const paywall = isForSubscribers(page) ? ({ isPaywalled: true } as const) : {}
  const { blocks, byline } = readBody({ ...page, title })
  if (blocks.length === 0) throw new ExplainedError({ code: 'page-without-text', url, ...paywall })
  const [publishedAt, canonicalUrl] = [readPublication(page), readCanonicalUrl(page)]
  const text = cutText(blocks.map((block) => block.text).join('\n\n'), TEXT_LIMIT)
  const language = readLanguage(page, text)
  const { author = byline.author, agency = byline.agency } = readSignature(page)
  return {
    title: headline(title),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(author === undefined ? {} : { author: author.slice(0, NAME_LIMIT).toWellFormed() }),
    ...(agency === undefined ? {} : { agency }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(language === undefined ? {} : { language }),
    lead: cutText(readLead(page, blocks), LEAD_LIMIT),
    text,
    ...paywall,
  }
}
