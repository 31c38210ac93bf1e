// The program's version, as package.json has it. Told to every site that we read.
import { readFileSync } from 'node:fs'

export const VERSION = versionOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

function versionOf(manifest: string): string {
  const { version }: { readonly version: string } = JSON.parse(manifest)
  return version
}
