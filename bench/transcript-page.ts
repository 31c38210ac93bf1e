// A day on a platform as Markdown: what was asked, what is seen, what the platform received. Writes no file.
import type { Exchange } from './transcript-day.ts'
import type { Received } from './transcript-stage.ts'

export function pageOf(platform: string, exchanges: readonly Exchange[]): string {
  const intro = [
    `# Une journée sur ${platform}`,
    'Le vrai programme, relié à une doublure locale de la plateforme qui parle son protocole et refuse ce qu’elle refuse. ' +
      'La presse est celle de `demo/` : journaux, personnes et faits sont inventés. ' +
      'Chaque échange donne ce qui a été demandé, ce qu’une personne voit, puis ce que la plateforme a reçu. ' +
      'Refaire ce fichier : `node bench/transcript.ts`.',
  ]
  return `${[...intro, ...exchanges.map(sectionOf)].join('\n\n')}\n`
}

function sectionOf({ title, asked, received }: Exchange): string {
  const answers = received.length === 0 ? ['*Rien ne s’affiche.*'] : received.filter(hasWords).map(seenOf)
  return [`## ${title}`, `> ${asked}`, ...answers, ...(received.length === 0 ? [] : [jsonOf(received)])].join(
    '\n\n',
  )
}

const hasWords = ({ seen }: Received): boolean => seen !== ''

function seenOf({ where, seen }: Received): string {
  return `**${where}**\n\n${fenced('text', seen)}`
}

function jsonOf(received: readonly Received[]): string {
  const bodies = received.map(({ json }) => fenced('json', JSON.stringify(json, undefined, 2)))
  return `<details><summary>Ce que la plateforme a reçu</summary>\n\n${bodies.join('\n\n')}\n\n</details>`
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}
