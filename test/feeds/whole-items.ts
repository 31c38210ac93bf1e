// How many items of a feed are whole: what a tolerant reader must give back at least. Reads no field.

/** `<item>…</item>` and `<entry>…</entry>` outside sections and comments, those without an end taken for open to the end. */
export function wholeItems(text: string): number {
  const visible = text.replaceAll(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, '')
  return visible.match(/<(item|entry)\b[^<>]*>(?:(?!<(?:item|entry)\b)[\s\S])*?<\/\1>/g)?.length ?? 0
}
