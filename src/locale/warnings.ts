// The French sentence of every feed warning: what was mended on the way. A missing code does not compile.
import type { FeedWarning } from '../ports.ts'
import { counted, formatNumber } from './plural.ts'
import { french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'

/** One sentence about «le flux»; the caller says which. */
export function explainWarning(warning: FeedWarning): string {
  return tell(SENTENCES, warning)
}

const SENTENCES: SentenceTable<FeedWarning> = {
  'encoding-lies': ({ declared, used }) =>
    french`Le flux se dit codé en ${charsetName(declared)} ; son texte est en ${charsetName(used)}, et c’est ainsi qu’il a été lu.`,
  'encoded-twice': () =>
    french`Des accents du flux ont été codés deux fois (« Ã© » pour « é ») ; ils ont été rétablis.`,
  'read-tolerantly': ({ recovered }) =>
    recovered === 0
      ? french`Le flux est mal formé ; il a été lu quand même.`
      : french`Le flux est mal formé ; ${counted(recovered, 'article abîmé', 'articles abîmés')} ${recovered < 2 ? 'a été lu' : 'ont été lus'} quand même.`,
  truncated: () => french`Le flux s’arrête au milieu d’un article : la fin manque.`,
  'dates-missing': ({ count }) =>
    count < 2
      ? french`Un article n’a pas de date lisible ; il prend celle de sa découverte.`
      : french`${counted(count, 'article')} n’ont pas de date lisible ; ils prennent celle de leur découverte.`,
  'items-cut': ({ count, kept }) =>
    french`Le flux contient ${counted(count, 'article')} ; seuls les ${formatNumber(kept / 2)} premiers et les ${formatNumber(kept / 2)} derniers ont été lus.`,
  'texts-cut': ({ count }) =>
    count < 2
      ? french`Un article est trop long pour être lu en entier ; sa fin n’a pas été gardée.`
      : french`${counted(count, 'article')} sont trop longs pour être lus en entier ; leur fin n’a pas été gardée.`,
  'entities-refused': () =>
    french`Le flux définit ses propres entités XML ; par sécurité, elles n’ont pas été lues.`,
  'links-refused': ({ count }) =>
    count < 2
      ? french`Un lien ne mène pas à une adresse web ; il a été retiré.`
      : french`${counted(count, 'lien')} ne mènent pas à une adresse web ; ils ont été retirés.`,
}

/** As people write them: «UTF-8» and «ISO-8859-1», but «windows-1252». */
function charsetName(name: string): string {
  return /^(?:utf|iso)/i.test(name) ? name.toUpperCase() : name
}
