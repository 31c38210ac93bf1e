// The verb why: what became of one article, for a person or for a program.
import { Command } from 'commander'
import type { Instant, Zone } from '../core/calendar.ts'
import type { ConsideredEdition, ExplainedArticle, Explanation } from '../core/explanation.ts'
import type { PlacedArticle } from '../core/importance.ts'
import { ARGUMENT_DESCRIPTIONS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { unknownArticleMessage, whyMessage } from '../locale/why.ts'
import { explainArticle } from '../services/explain-article.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage } from './with-storage.ts'

/** In which days are told, as in the answers of `ask`; editions have their own. */
const ANSWER_ZONE: Zone = 'Europe/Paris'

interface WhyOptions {
  readonly digest?: string
  readonly json?: true
  readonly database?: string
  readonly config: string
  readonly now?: Instant
}

export function whyVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('why')
    .description(VERB_DESCRIPTIONS.why)
    .argument('<adresse>', ARGUMENT_DESCRIPTIONS.articleAddress)
    .option('--digest <nom>', OPTION_DESCRIPTIONS.onlyDigest)
    .option('--json', OPTION_DESCRIPTIONS.json)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (asked: string, options: WhyOptions) => {
      const { digest } = options
      const scope = digest === undefined ? {} : { sees: named(digest) }
      const explanation = await lookingAtStorage(tools, options, (storage) =>
        explainArticle(storage, asked, scope),
      )
      const text =
        options.json === true
          ? JSON.stringify(explanationRecord(explanation))
          : await tools.renderMessage(messageOf(explanation, options))
      await write(tools.terminal.output, `${text.trimEnd()}\n`)
      exit(EXIT.allRead)
    })
}

function named(digest: string): (edition: { readonly digestName: string }) => boolean {
  return ({ digestName }) => digestName === digest
}

function messageOf(explanation: Explanation, { digest, now = Date.now() }: WhyOptions) {
  if (explanation.kind === 'unknown') return unknownArticleMessage(explanation.asked, explanation.nearest)
  const told = digest === undefined ? withoutStrangers(explanation) : explanation
  return whyMessage(told, { now, zone: ANSWER_ZONE }, digest)
}

/** Hundreds of digests read other feeds: they are told of only to who asks for one. */
function withoutStrangers(explained: ExplainedArticle): ExplainedArticle {
  const considered = explained.considered.filter(({ fate }) => fate.kind !== 'out-of-reach')
  return { ...explained, considered }
}

function explanationRecord(explanation: Explanation): object {
  const { kind } = explanation
  if (kind === 'unknown') {
    const nearest = explanation.nearest.map(({ id, url, title, publisher }) => ({
      id,
      url,
      title,
      publisher,
    }))
    return { known: false, asked: explanation.asked, nearest }
  }
  const { article, feedTitles, members, repeats, tie, considered } = explanation
  return {
    known: true,
    article: {
      ...articleRecord(article),
      ...(article.agency === undefined ? {} : { agency: article.agency }),
      version: article.version,
      publishedAt: iso(article.publishedAt),
      firstSeenAt: iso(article.firstSeenAt),
      feeds: feedTitles,
    },
    story: {
      id: article.placement.storyId,
      articles: members.map(({ id }) => id),
      ...(article.placement.duplicateOf === undefined ? {} : { duplicateOf: article.placement.duplicateOf }),
      ...(repeats === undefined ? {} : { repeats: articleRecord(repeats) }),
      ...(tie === undefined ? {} : { joined: { ...articleRecord(tie.article), words: tie.words } }),
    },
    editions: considered.map(editionRecord),
  }
}

function articleRecord({ id, url, title, publisher }: PlacedArticle): object {
  return { id, url, title, publisher }
}

function editionRecord({ edition, fate, rank, sentences, toldBy }: ConsideredEdition): object {
  return {
    id: edition.id,
    digest: edition.digestName,
    slotAt: iso(edition.slotAt),
    ...fate,
    ...(fate.kind === 'told'
      ? { sentences: fate.sentences.map((reference, at) => ({ ...reference, text: sentences[at] })) }
      : {}),
    ...(rank === undefined ? {} : { rank: rank.rank, among: rank.among, score: rank.score }),
    ...(toldBy === undefined ? {} : { toldBy: toldBy.id }),
  }
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString()
}
