// The verbs feeds import and feeds export: lists of feeds into a workspace or a configuration, and out of them.
import { Command } from 'commander'
import { ExplainedError } from '../core/failures.ts'
import { minutesOfFirstReadings } from '../core/first-readings.ts'
import { type Outline, outlineFeedOf } from '../core/outline.ts'
import { closestPack, findPack, PACKS } from '../core/pack.ts'
import { exportedLine, howToDeclare, IMPORT_FEEDS_LABEL, importedFeedsLine } from '../locale/feed-check.ts'
import {
  alreadyLine,
  explainOutlineWarning,
  feedCount,
  refusedLine,
  refusedTitle,
  repeatedLine,
  rubricsLine,
} from '../locale/feed-lists.ts'
import { ARGUMENT_DESCRIPTIONS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { countRubrics } from '../core/outline-import.ts'
import { commandLineOf } from '../locale/audit.ts'
import { checkWorkspace, importNow } from '../services/import-outline.ts'
import { followedFeeds } from '../services/visible-feeds.ts'
import { knownFeeds } from './known-feeds.ts'
import { configurationOption, databaseOption, nowOption } from './options.ts'
import { readOutlineFile, STREAM, writeOutlineFile } from './outline-files.ts'
import { noteCommand, operatorName } from './operator.ts'
import { openProgress, type Progress } from './progress.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { databaseUrl, lookingAtStorage, lookInto, type StorageChoice, withStorage } from './with-storage.ts'

interface ListFileOptions extends StorageChoice {
  readonly workspace?: string
  readonly pack?: string
  readonly config: string
}

/** In the journal of the chat: whoever runs the machine. */
const operator = () => ({
  person: '',
  personName: commandLineOf(operatorName()),
  channel: 'console:terminal',
})

export function importVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('import')
    .description(VERB_DESCRIPTIONS.feedsImport)
    .argument('[fichier]', ARGUMENT_DESCRIPTIONS.outlineFile)
    .option('--pack <nom>', OPTION_DESCRIPTIONS.pack)
    .option('--workspace <espace>', OPTION_DESCRIPTIONS.workspace)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (path: string | undefined, options: ListFileOptions) => {
      const outline = await outlineOf(tools, path, options)
      await tellList(tools, outline)
      if (options.workspace === undefined) await tellDeclaration(tools, path, options)
      else await importInto(tools, outline, { ...options, workspace: options.workspace })
      exit(outline.refused.length === 0 ? EXIT.allRead : EXIT.someLinesFailed)
    })
}

async function outlineOf(
  tools: Toolbox,
  path: string | undefined,
  { pack }: ListFileOptions,
): Promise<Outline> {
  if (pack === undefined) return readOutlineFile(tools, path ?? STREAM)
  const key = findPack(pack)
  if (key === undefined)
    throw new ExplainedError({ code: 'pack-unknown', given: pack, closest: closestPack(pack) })
  return (await tools.openOutlines()).pack(key)
}

/** What is in the list, and what was refused of it, line by line. */
async function tellList(tools: Toolbox, outline: Outline): Promise<void> {
  const { feeds, refused, repeatedCount, warnings } = outline
  const lines = [
    `${feedCount(feeds.length)}. ${feeds.length === 0 ? '' : rubricsLine(countRubrics(feeds))}`.trimEnd(),
    ...warnings.map(explainOutlineWarning),
    ...(repeatedCount === 0 ? [] : [repeatedLine(repeatedCount)]),
    ...(refused.length === 0 ? [] : [refusedTitle(refused.length), ...refused.map(refusedLine)]),
  ]
  await write(tools.terminal.errors, `${lines.join('\n')}\n`)
}

/** One line of YAML on standard output, ready to be pasted or appended. */
async function tellDeclaration(
  tools: Toolbox,
  path: string | undefined,
  { config, pack }: ListFileOptions,
): Promise<void> {
  const key = findPack(pack ?? '')
  const line =
    key === undefined ? `opml: ${JSON.stringify(path ?? 'mes-flux.opml')}` : `packs: [${PACKS[key]}]`
  await write(tools.terminal.errors, `${howToDeclare(config)}\n`)
  await write(tools.terminal.output, `${line}\n`)
}

async function importInto(
  tools: Toolbox,
  outline: Outline,
  options: ListFileOptions & { readonly workspace: string },
): Promise<void> {
  await withStorage(tools, options, async (storage) => {
    const bringer = { workspaceId: options.workspace, ...operator() }
    const clock = { now: () => options.now ?? Date.now() }
    let progress: Progress | undefined
    try {
      const planned = await importNow({ storage, clock }, bringer, outline, (done, total) => {
        progress ??= openProgress(tools.terminal.errors, IMPORT_FEEDS_LABEL, total)
        progress.moveTo(done)
      })
      progress?.close()
      const { followings, alreadyCount } = planned
      const already = alreadyCount === 0 || followings.length === 0 ? [] : [alreadyLine(alreadyCount)]
      const told = [
        importedFeedsLine(followings.length, minutesOfFirstReadings(followings.length)),
        ...already,
      ]
      await write(tools.terminal.errors, `${told.join('\n')}\n`)
    } finally {
      progress?.close()
    }
  })
}

export function exportVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('export')
    .description(VERB_DESCRIPTIONS.feedsExport)
    .argument('<fichier>', ARGUMENT_DESCRIPTIONS.writtenFile)
    .option('--workspace <espace>', OPTION_DESCRIPTIONS.workspace)
    .addOption(configurationOption())
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (path: string, options: ListFileOptions) => {
      const { title, feeds } = await feedsToExport(tools, options)
      const text = (await tools.openOutlines()).write({ title, feeds }, options.now ?? Date.now())
      await writeOutlineFile(tools, path, text)
      if (path !== STREAM) {
        await noteExport(tools, path, options)
        await write(tools.terminal.errors, `${exportedLine(feeds.length, path)}\n`)
      }
      exit(EXIT.allRead)
    })
}

/** Where there is a database to note it in. */
async function noteExport(tools: Toolbox, file: string, options: ListFileOptions): Promise<void> {
  const { workspace: workspaceId, now = Date.now() } = options
  await lookInto(tools, await databaseUrl(tools, options), now, undefined, (storage) =>
    noteCommand(
      storage,
      { kind: 'exported', what: 'feeds', file, ...(workspaceId !== undefined && { workspaceId }) },
      now,
    ),
  )
}

async function feedsToExport(tools: Toolbox, options: ListFileOptions) {
  const { workspace } = options
  if (workspace === undefined) {
    const known = await knownFeeds(tools, options)
    return { title: 'Pressoir', feeds: known.map(({ feed }) => outlineFeedOf(feed)) }
  }
  return lookingAtStorage(tools, options, async (storage) => {
    await checkWorkspace(storage, workspace)
    const name = (await storage.workspaces.get(workspace))?.name ?? ''
    const followed = await followedFeeds(storage, workspace)
    return { title: name === '' ? 'Pressoir' : name, feeds: followed.map(({ feed }) => outlineFeedOf(feed)) }
  })
}
