// The code pages of DOS that French was written in, which TextDecoder does not know. Never guesses one: it is declared.

/**
 * Bytes 80 to FF. 437 was every PC's, 850 western Europe's, 858 is 850 with the euro, 863 Québec's.
 * Unicode, Inc.: VENDORS/MICSFT/PC/CP437.TXT, CP850.TXT, CP863.TXT.
 */
const UPPER_HALVES: Readonly<Record<string, string>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ibm858:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ibm863:
    'ÇüéâÂà¶çêëèïî‗À§ÉÈÊôËÏûù¤ÔÜ¢£ÙÛƒ¦´óú¨¸³¯Î⌐¬½¼¾«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
}

/** The name of a code page of DOS, `ibm850` for `CP850`, `IBM-850`, `dos850` or `cp00850`; undefined for anything else. */
export function dosCodePage(label: string): string | undefined {
  const number = /^(?:cp|ibm|dos|oem)?[-_]?0*(\d{3})$/i.exec(label)?.[1] ?? ''
  const name = `ibm${number}`
  return Object.hasOwn(UPPER_HALVES, name) ? name : undefined
}

/** Undefined when `name` is not one that `dosCodePage` gives. Every byte means something. */
export function decodeDos(body: Uint8Array, name: string): string | undefined {
  const upper = UPPER_HALVES[name]
  if (upper === undefined) return undefined
  return Buffer.from(body)
    .toString('latin1')
    .replaceAll(/[\x80-\xFF]/g, (byte) => upper.charAt(byte.charCodeAt(0) - 0x80))
}
