// Options that several verbs share, with their French words.
import { InvalidArgumentError, Option } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { readInstant } from './instants.ts'

export function jsonlOption(): Option {
  return new Option('--jsonl', 'lit un objet JSON par ligne et en écrit un par ligne').makeOptionMandatory()
}

export function databaseOption(): Option {
  return new Option('--database <base>', 'base de données, un fichier (par défaut : celle de la configuration)')
}

export function configurationOption(): Option {
  return new Option('--config <fichier>', 'fichier de configuration').default('config/pressoir.yaml')
}

export function nowOption(): Option {
  return new Option('--now <instant>', 'fait comme s’il était cet instant, en ISO 8601').argParser(instant)
}

function instant(text: string): Instant {
  const read = readInstant(text)
  if (read === undefined) throw new InvalidArgumentError('Donnez un instant comme 2026-03-17T08:00:00+01:00.')
  return read
}

export function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Donnez un nombre entier à partir de 1.')
  return value
}
