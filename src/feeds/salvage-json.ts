// A JSON Feed too damaged to be parsed, read field by field. Never reads what is in another field.

/** Fields that are words, with their value as JSON has it. */
const FIELD =
  /"?(id|url|external_url|title|summary|content_html|content_text|date_published|date_modified|home_page_url|language)"\s*:\s*("(?:[^"\\]|\\.)*"|\d+)/g

/** An item has one of these; a second one is the next item's. Addresses stand in authors and attachments too. */
const OWN_FIELDS = new Set(['id', 'title', 'date_published', 'content_html', 'content_text'])

/** What can be told from the fields that are whole, in the shape of a JSON Feed. */
export function salvageJson(source: string): Readonly<Record<string, unknown>> {
  const itemsAt = source.search(/"items"\s*:/)
  if (itemsAt < 0) return { items: [] }
  const [head, body] = [source.slice(0, itemsAt), source.slice(itemsAt)]
  const items: Record<string, unknown>[] = []
  for (const [name, value] of fieldsOf(body)) {
    const last = items.at(-1)
    const isNext = last === undefined || (OWN_FIELDS.has(name) && Object.hasOwn(last, name))
    if (isNext) items.push({ [name]: value })
    else last[name] ??= value
  }
  return { ...Object.fromEntries(fieldsOf(head)), items }
}

function fieldsOf(source: string): readonly (readonly [name: string, value: unknown])[] {
  return [...source.matchAll(FIELD)].flatMap(([, name = '', written = '']) => {
    try {
      return [[name, JSON.parse(written.replaceAll(/\p{Cc}/gu, ' '))] as const]
    } catch {
      return []
    }
  })
}
