// Folding: what makes «Été», «ETE» and «été» one word. Never touches a text that is shown.

/** Lower case, no accents, ligatures opened, one kind of apostrophe. Lengths may change: not for offsets. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`´]/g, "'")
}
