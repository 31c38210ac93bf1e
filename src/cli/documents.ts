// The verbs that read one document of the web without a network: feed parse, article extract.
import { Command } from 'commander'
import * as z from 'zod'
import { answerLines } from './jsonl.ts'
import { jsonlOption } from './options.ts'
import type { ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'

const FEED = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body_base64: z.string(),
})

const PAGE = z.object({ url: z.string(), html: z.string() })

export function feedVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  const parse = new Command('parse')
    .description('lit des flux\u00A0: titres, liens, dates, textes')
    .addOption(jsonlOption())
    .action(async () => {
      exit(
        await answerLines(tools.terminal, FEED, ({ url, headers, body_base64: body }) =>
          tools.describeFeed(Buffer.from(body, 'base64'), { url, headers: lowerCased(headers) }),
        ),
      )
    })
  return new Command('feed').description('travaille sur des flux').addCommand(parse)
}

export function articleVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  const extract = new Command('extract')
    .description('tire l’article d’une page\u00A0: titre, date, chapô, texte')
    .addOption(jsonlOption())
    .action(async () => {
      exit(await answerLines(tools.terminal, PAGE, ({ html, url }) => tools.describePage(html, url)))
    })
  return new Command('article').description('travaille sur des pages d’articles').addCommand(extract)
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
