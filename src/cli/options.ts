// Options that several verbs share, with their French words.
import { InvalidArgumentError, Option } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { type Role, ROLES } from '../core/task.ts'
import { OPTION_DESCRIPTIONS } from '../locale/help.ts'
import { unknownRole } from '../locale/tasks.ts'
import { readInstant } from './instants.ts'

/** Where the configuration is when no option says otherwise. */
export const DEFAULT_CONFIGURATION = 'config/pressoir.yaml'

export function jsonlOption(): Option {
  return new Option('--jsonl', OPTION_DESCRIPTIONS.jsonl).makeOptionMandatory()
}

export function databaseOption(): Option {
  return new Option('--database <base>', OPTION_DESCRIPTIONS.database)
}

export function configurationOption(): Option {
  return new Option('--config <fichier>', OPTION_DESCRIPTIONS.configuration).default(DEFAULT_CONFIGURATION)
}

export function roleOption(): Option {
  return new Option('--role <part>', OPTION_DESCRIPTIONS.role).argParser(role)
}

function role(given: string): Role {
  const known = ROLES.find((one) => one === given)
  if (known === undefined) throw new InvalidArgumentError(unknownRole(ROLES))
  return known
}

export function nowOption(): Option {
  return new Option('--now <instant>', OPTION_DESCRIPTIONS.now).argParser(instant)
}

/** A day alone begins at its midnight, in UTC. */
export function sinceOption(): Option {
  return new Option('--since <jour>', OPTION_DESCRIPTIONS.since).argParser((given) =>
    instant(/^\d{4}-\d{2}-\d{2}$/.test(given.trim()) ? `${given.trim()}T00:00Z` : given),
  )
}

function instant(given: string): Instant {
  const read = readInstant(given)
  if (read === undefined) throw new ExplainedError({ code: 'instant-invalid', given })
  return read
}

export function positiveInteger(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) < 1)
    throw new InvalidArgumentError('Donnez un nombre entier à partir de 1.')
  return Number(text)
}
