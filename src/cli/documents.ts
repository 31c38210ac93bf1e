// The verbs that read one document of the web without a network: feed parse, article extract.
import { Command } from 'commander'
import * as z from 'zod'
import { LINE_FORMATS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { answerLines } from './jsonl.ts'
import { jsonlOption } from './options.ts'
import type { ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'

/** Headers as HTTP libraries write them down: a repeated one is a list, a length may be a number. */
const HEADER = z.union([
  z.string(),
  z.number().transform(String),
  z.array(z.string()).transform((all) => all.join(', ')),
])

const FEED = z.object({
  url: z.string(),
  headers: z.record(z.string(), HEADER).nullish(),
  body_base64: z.string(),
})

const PAGE = z.object({ url: z.string(), html: z.string() })

export function feedVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  const parse = new Command('parse')
    .description(VERB_DESCRIPTIONS.feedParse)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.feedParse}`)
    .action(async () => {
      exit(
        await answerLines(tools.terminal, FEED, ({ url, headers, body_base64: body }) =>
          tools.describeFeed(Buffer.from(body, 'base64'), { url, headers: lowerCased(headers ?? {}) }),
        ),
      )
    })
  return new Command('feed').description(VERB_DESCRIPTIONS.feed).addCommand(parse)
}

export function articleVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  const extract = new Command('extract')
    .description(VERB_DESCRIPTIONS.articleExtract)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.articleExtract}`)
    .action(async () => {
      exit(await answerLines(tools.terminal, PAGE, ({ html, url }) => tools.describePage(html, url)))
    })
  return new Command('article').description(VERB_DESCRIPTIONS.article).addCommand(extract)
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
