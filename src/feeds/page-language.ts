// The language of an article, by its words and by what its page says. Never reads a sentence's meaning.
import { namedLanguageOf } from '../french/language.ts'
import { attributeOf } from './page-tree.ts'
import type { PageWitnesses } from './page-witnesses.ts'

/** `fr`, `fr-BE`, `fr_CA`, `zh-Hant-TW`: BCP 47, as pages write it. */
const TAG = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.].*)?$/i

/**
 * As BCP 47 writes it: `fr`, `fr-BE`; undefined when neither page nor text tells. What the article is described in, then
 * `<html lang>`, `og:locale` and `content-language`. The words decide where they contradict: themes and translations
 * leave «en» on pages in French.
 */
export function readLanguage(page: PageWitnesses, text: string): string | undefined {
  const root = page.elements.find((element) => element.name === 'html')
  const told = [
    page.described?.language,
    page.marked?.language,
    root === undefined ? undefined : (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang')),
    page.metas.get('og:locale')?.[0],
    page.metas.get('content-language')?.[0],
    page.metas.get('dc.language')?.[0],
    page.metas.get('language')?.[0],
  ].flatMap((written) => tagOf(written) ?? [])
  const read = namedLanguageOf(text)
  if (read === undefined) return told[0]
  if (read === 'other') return told.find((tag) => !tag.startsWith('fr'))
  return told.find((tag) => tag === read || tag.startsWith(`${read}-`)) ?? read
}

function tagOf(written: string | undefined): string | undefined {
  const [, language, script, region] = TAG.exec(written?.trim() ?? '') ?? []
  if (language === undefined) return undefined
  const parts = [language.toLowerCase()]
  if (script !== undefined) parts.push(script.charAt(0).toUpperCase() + script.slice(1).toLowerCase())
  if (region !== undefined) parts.push(region.toUpperCase())
  return parts.join('-')
}
