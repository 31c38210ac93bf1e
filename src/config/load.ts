// Reads config/pressoir.yaml and the environment, which nobody else reads. Writes nothing, guesses nothing.
import { readFileSync } from 'node:fs'
import { ALERT_DEFAULTS, type Alert, type AlertWatch } from '../core/alert.ts'
import { feedId } from '../core/article-identity.ts'
import type { Zone } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Filter } from '../core/filter.ts'
import { knownFilter, namesOf } from '../core/filter-names.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Feed } from '../core/feed.ts'
import { titleOf } from '../core/read-alert.ts'
import type { Quotas } from '../core/quota.ts'
import type { Retention } from '../core/retention.ts'
import { explainMistake } from '../locale/configuration.ts'
import { checkAgreement, declaredIn } from './agreement.ts'
import { type LocatedMistake, readDocument } from './document.ts'
import { type Environment, type FromEnvironment, databaseOf, readEnvironment } from './environment.ts'
import { type ListedFeeds, readLists, withListed } from './lists.ts'
import { serverMistakes } from './on-server.ts'
import { type ConfigurationFile, readShape } from './schema.ts'
import type { Listening } from './values.ts'

export interface Configuration extends FromEnvironment {
  /** The path that it was read from. */
  readonly file?: string
  /** An electronic or web address in visible ASCII, told to every site that we read. */
  readonly contact: string
  readonly zone: Zone
  /** A path relative to the working folder, or an address. */
  readonly database: string
  /** The folder of published editions, relative to the working folder. */
  readonly archive: string
  /** Where Slack's signed requests come in when there is no Socket Mode, and hubs call. */
  readonly port: number
  /** Where the program may be watched; nowhere when undefined. */
  readonly monitor?: Listening | undefined
  /** Where others reach that port from the Internet, `https://revue.exemple.fr`; without it nobody calls. */
  readonly publicAddress?: string
  /** Where backups go once a day, and how many of them stay; none are made when undefined. */
  readonly backups?: { readonly folder: string; readonly keep: number } | undefined
  /** How long the texts of articles stay, and how large the database may grow; for ever when undefined. */
  readonly retention?: Retention | undefined
  /** How much one workspace may use; the usual measure when undefined. */
  readonly quotas?: Quotas | undefined
  /** Declared feeds, in the order of the file. */
  readonly feeds: readonly Feed[]
  readonly digests: readonly Digest[]
  readonly alerts: readonly Alert[]
}

/** The database that the environment names, also for verbs that do without a configuration. */
export function environmentDatabase(environment: Environment = process.env): string | undefined {
  return databaseOf(environment)
}

/** Throws ExplainedError `configuration-missing`, `configuration-invalid` with every mistake in order of lines, `environment-*`. */
export function loadConfiguration(path: string, environment: Environment = process.env): Configuration {
  const database = databaseOf(environment)
  const file = readConfiguration(path, readSource(path), database)
  const fromEnvironment = readEnvironment(environment)
  if (fromEnvironment.slackInstall !== undefined && file.publicAddress === undefined)
    throw new ExplainedError({ code: 'public-address-missing', path, variable: 'SLACK_CLIENT_ID' })
  return { file: path, ...file, ...(database !== undefined && { database }), ...fromEnvironment }
}

function readSource(path: string): string {
  const bytes = readBytes(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const line = bytes.subarray(0, firstBadByte(bytes)).toString('latin1').split('\n').length
    throw invalid(path, [{ line, mistake: { code: 'not-utf8' } }], error)
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new ExplainedError({ code: 'configuration-missing', path }, { cause: error })
  }
}

/** Where a lenient decoder first had to put a replacement character: everything before it is whole. */
function firstBadByte(bytes: Buffer): number {
  const readable = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? ''
  return Buffer.byteLength(readable)
}

type FileConfiguration = Omit<Configuration, keyof FromEnvironment>

function readConfiguration(path: string, source: string, database: string | undefined): FileConfiguration {
  const document = readDocument(source)
  if (!document.isReadable) throw invalid(path, document.mistakes)
  const shape = readShape(document)
  const lists = readLists(document, path)
  const mistakes = [
    ...document.mistakes,
    ...('mistakes' in shape ? shape.mistakes : []),
    ...lists.mistakes,
    ...checkAgreement(document, withListed(declaredIn(document), lists.feeds)),
    ...serverMistakes(document, database),
  ]
  if ('mistakes' in shape || mistakes.length > 0) throw invalid(path, mistakes)
  return translate(shape.file, lists.feeds)
}

function invalid(path: string, located: readonly LocatedMistake[], cause?: unknown): ExplainedError {
  const mistakes = located
    .map(({ line, mistake }) => ({ line, message: explainMistake(mistake) }))
    .toSorted((one, other) => one.line - other.line)
  return new ExplainedError({ code: 'configuration-invalid', path, mistakes }, { cause })
}

function translate(file: ConfigurationFile, listed: ListedFeeds['feeds']): FileConfiguration {
  const feeds = withListed(file.flux.map(translateFeed), listed)
  return {
    contact: file.contact,
    zone: file.fuseau,
    database: file.base,
    archive: file.archives,
    port: file.port,
    ...(file.surveillance === 'none' ? {} : { monitor: file.surveillance }),
    ...(file['adresse publique'] === undefined ? {} : { publicAddress: file['adresse publique'] }),
    ...(file.sauvegardes === undefined
      ? {}
      : { backups: { folder: file.sauvegardes.dossier, keep: file.sauvegardes.garder } }),
    ...(file.conserver === undefined
      ? {}
      : { retention: { days: file.conserver.jours, bytes: file.conserver.taille } }),
    ...(file.quotas === undefined ? {} : { quotas: translateQuotas(file.quotas) }),
    feeds,
    digests: file.revues.map((digest) => translateDigest(digest, file.fuseau, feeds)),
    alerts: file.alertes.map((alert) => translateAlert(alert, file.fuseau)),
  }
}

function translateQuotas({ flux, questions, editions }: NonNullable<ConfigurationFile['quotas']>): Quotas {
  return { feeds: flux, questionsAMinute: questions, editionsADay: editions }
}

/** Without a publisher a feed answers for itself. */
function translateFeed(given: ConfigurationFile['flux'][number]): Feed {
  const { titre, adresse, editeur, rubrique, citer } = given
  return {
    id: feedId(adresse),
    url: adresse,
    title: titre,
    publisher: editeur ?? titre,
    rubric: rubrique ?? '',
    origin: 'file',
    ...(citer === 'no' ? { isQuoted: false } : {}),
  }
}

function translateDigest(
  digest: ConfigurationFile['revues'][number],
  zone: Zone,
  feeds: readonly Feed[],
): Digest {
  const filter = digest.filtre && namedInFull(digest.filtre, feeds)
  return {
    name: digest.nom,
    title: digest.titre,
    schedule: {
      days: [...new Set(digest.jours.flat())].toSorted((one, other) => one - other),
      hours: [...new Set(digest.heures)].toSorted(),
      zone: digest.fuseau ?? zone,
    },
    channels: [...new Set(digest.canaux)],
    feeds: digest.flux ?? [],
    rubrics: digest.rubriques ?? [],
    withWords: digest.avec ?? [],
    withoutWords: digest.sans ?? [],
    ...(filter === undefined ? {} : { filter }),
    maxStories: digest.sujets,
    maxWords: digest.mots,
    onEmpty: digest['jour creux'],
  }
}

/** Feeds may be called by the beginning of their title: agreement.ts has seen that each name is somebody’s. */
function namedInFull(filter: Filter, feeds: readonly Feed[]): Filter {
  const named = knownFilter(filter, namesOf(feeds))
  return 'code' in named ? filter : named
}

function translateAlert(alert: ConfigurationFile['alertes'][number], zone: Zone): Alert {
  const watch = watchOf(alert)
  return {
    name: alert.nom,
    title: alert.titre ?? titleOf(watch),
    channel: alert.canal,
    watch,
    feeds: alert.flux ?? [],
    rubrics: alert.rubriques ?? [],
    publishers: alert.editeurs,
    minutes: alert.minutes,
    coolDownHours: alert.pause,
    quietHours: alert.nuit === 'none' ? undefined : (alert.nuit ?? ALERT_DEFAULTS.quietHours),
    mostADay: alert.maximum,
    zone: alert.fuseau ?? zone,
  }
}

/** `checkAgreement` has seen to it that one of the three is given at most. */
function watchOf({ personne, expression, avec }: ConfigurationFile['alertes'][number]): AlertWatch {
  if (personne !== undefined) return { kind: 'person', name: personne }
  if (expression !== undefined) return { kind: 'phrase', text: expression }
  return avec === undefined ? { kind: 'any' } : { kind: 'words', words: avec }
}
