// Web addresses inside a text, without the stop that ends the sentence. Never checks that they exist.

const ADDRESS = /(?:https?:\/\/|www\.)[^\s"«»“”()<>]{1,2000}/gu

/** A stop, a mark or a comma at the end, or against a capitalised word, belongs to the sentence. */
const SENTENCE_PART = /[.!?…,;:]+(?:\p{Lu}\p{Ll}*(?:['’-].*)?)?$/u

export function webAddresses(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!text.includes('://') && !text.includes('www.')) return []
  return Array.from(text.matchAll(ADDRESS), ({ index, 0: address }) => {
    const end = index + address.replace(SENTENCE_PART, '').length
    return { start: index, end }
  })
}
