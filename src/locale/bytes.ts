// Sizes of files as French people read them: «3,2 Mo». Never measures any.
import { formatNumber } from './plural.ts'
import { NO_BREAK_SPACE } from './sentence.ts'

/** Of a thousand, as disks are sold and file managers show them. */
const UNITS = ['octets', 'ko', 'Mo', 'Go', 'To'] as const

/** One decimal below ten: «3,2 Mo», «870 ko», «1 octet». */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  const rounded = power > 0 && value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
  const unit = power === 0 && bytes < 2 ? 'octet' : UNITS[power]
  return `${formatNumber(rounded)}${NO_BREAK_SPACE}${unit}`
}
