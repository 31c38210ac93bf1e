// Words of others as a label, a title or a name: there Discord reads no Markdown. Cuts what is too long.
import { shorten } from '../../locale/blocks.ts'
import { plainWords } from './escape.ts'

/** At most `characters`, never empty: Discord takes no label without words. */
export function labelOf(text: string, characters: number): string {
  return shorten(plainWords(text).trim(), characters) || '…'
}
