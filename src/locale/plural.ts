// Numbers with their noun: French counts 0 and 1 as singular.
import { NO_BREAK_SPACE } from './sentence.ts'

/** «1 sujet», «12 sujets», «0 sujet», «1 200 articles», never parted. `many` defaults to the noun with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)}${NO_BREAK_SPACE}${Math.abs(count) < 2 ? one : many}`
}

/** Thousands apart by a narrow no-break space, a comma before decimals. */
export function formatNumber(value: number): string {
  numberFormat ??= new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
  return numberFormat.format(value)
}

/** Made at the first number: making it costs 19 ms, and most short runs tell none. */
let numberFormat: Intl.NumberFormat | undefined
