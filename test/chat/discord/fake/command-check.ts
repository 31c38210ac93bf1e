// Refuses application commands that Discord refuses. Stores none.
import { BodyCheck, join } from './body-check.ts'
import { invalidBody } from './api-error.ts'
import { isRecord, listOf, recordsOf, textOf, type Json } from './json.ts'

/** Counts and characters; discord-api-docs, interactions/application-commands. */
const LIMITS = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceText: 100,
  total: 8000,
}
const MAX_TEXT_LENGTH = 6000

/** A name as the documentation's pattern has it; names of slash commands and options are in lower case as well. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  channel: 7,
  number: 10,
  attachment: 11,
} as const

const COMMAND_KEYS = [
  'id',
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'default_permission',
  'contexts',
  'integration_types',
  'nsfw',
  'handler',
]
const OPTION_KEYS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'choices',
  'options',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
]

/** Checks one command as it would stand after the request; throws 50035. */
export function checkCommand(command: Json): void {
  const check = new BodyCheck()
  addCommandProblems(check, '', command)
  if (check.problems.length > 0) throw invalidBody(check.tree())
}

/** Checks a whole list, names unique by kind. */
export function checkCommands(commands: readonly Json[]): void {
  const check = new BodyCheck()
  const seen = new Set<string>()
  commands.forEach((command, place) => {
    addCommandProblems(check, `${place}`, command)
    const key = `${Number(command['type'] ?? 1)} ${textOf(command['name'])}`
    if (seen.has(key))
      check.add(
        `${place}.name`,
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      )
    seen.add(key)
  })
  if (check.problems.length > 0) throw invalidBody(check.tree())
}

/** Characters of names, descriptions and values over the whole tree; the longest translation of each counts. */
function commandLength(node: Json): number {
  const longest = (key: string): number =>
    Math.max(
      textOf(node[key]).length,
      ...Object.values(
        isRecord(node[`${key}_localizations`]) ? (node[`${key}_localizations`] ?? {}) : {},
      ).map((text) => textOf(text).length),
    )
  const below = [...recordsOf(node['options']), ...recordsOf(node['choices'])]
  return (
    longest('name') +
    longest('description') +
    textOf(node['value']).length +
    below.reduce((sum, child) => sum + commandLength(child), 0)
  )
}

function addCommandProblems(check: BodyCheck, path: string, command: Json): void {
  const isSlash = Number(command['type'] ?? 1) === 1
  check.keys(path, command, COMMAND_KEYS)
  if (isSlash) {
    checkNames(check, path, command)
    checkOptions(check, join(path, 'options'), command['options'], 0)
  } else {
    check.text(join(path, 'name'), command['name'], { min: 1, max: LIMITS.name, isRequired: true })
    if (textOf(command['description']) !== '')
      check.add(
        join(path, 'description'),
        'APPLICATION_COMMAND_NO_DESCRIPTION',
        'Only slash commands have one',
      )
  }
  if (commandLength(command) > LIMITS.total)
    check.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${LIMITS.total})`)
}

function checkNames(check: BodyCheck, path: string, node: Json): void {
  checkName(check, join(path, 'name'), node['name'], true)
  for (const [locale, name] of Object.entries(
    isRecord(node['name_localizations']) ? node['name_localizations'] : {},
  ))
    if (name !== null) checkName(check, join(path, `name_localizations.${locale}`), name, false)
  const rule = { min: 1, max: LIMITS.description, isRequired: true }
  check.text(join(path, 'description'), node['description'], rule)
  const translations = node['description_localizations']
  for (const [locale, text] of Object.entries(isRecord(translations) ? translations : {}))
    if (text !== null) check.text(join(path, `description_localizations.${locale}`), text, rule)
}

function checkName(check: BodyCheck, path: string, name: unknown, isRequired: boolean): void {
  check.text(path, name, { min: 1, max: LIMITS.name, isRequired })
  if (typeof name !== 'string') return
  if (!NAME.test(name)) check.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  else if (name !== name.toLowerCase())
    check.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Must be in lower case')
}

/** `depth` 0: the options of a command; 1: of a group or subcommand; 2: of a subcommand in a group. */
function checkOptions(check: BodyCheck, path: string, value: unknown, depth: number): void {
  const options = check.records(path, value, 0, LIMITS.options)
  const names = new Set<string>()
  let hasOptional = false
  options.forEach((option, place) => {
    const at = join(path, place)
    if (names.has(textOf(option['name'])))
      check.add(
        join(at, 'name'),
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      )
    names.add(textOf(option['name']))
    if (option['required'] === true && hasOptional)
      check.add(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before others',
      )
    if (option['required'] !== true) hasOptional = true
    checkOption(check, at, option, depth)
  })
  const branches = options.filter((option) => isBranch(option)).length
  if (branches > 0 && branches < options.length)
    check.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Subcommands and options do not mix')
}

const isBranch = (option: Json): boolean =>
  option['type'] === OPTION.subcommand || option['type'] === OPTION.group

function checkOption(check: BodyCheck, path: string, option: Json, depth: number): void {
  check.keys(path, option, OPTION_KEYS)
  check.whole(join(path, 'type'), option['type'], OPTION.subcommand, OPTION.attachment, true)
  checkNames(check, path, option)
  if (isBranch(option)) return checkBranch(check, path, option, depth)
  if (listOf(option['options']).length > 0)
    check.add(
      join(path, 'options'),
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Only subcommands have options',
    )
  checkChoices(check, join(path, 'choices'), option)
  if (option['type'] === OPTION.string) {
    check.whole(join(path, 'min_length'), option['min_length'], 0, MAX_TEXT_LENGTH)
    check.whole(join(path, 'max_length'), option['max_length'], 1, MAX_TEXT_LENGTH)
  }
}

function checkBranch(check: BodyCheck, path: string, option: Json, depth: number): void {
  const isGroup = option['type'] === OPTION.group
  if (depth > (isGroup ? 0 : 1))
    check.add(
      join(path, 'type'),
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Subcommands are nested too deep',
    )
  if (isGroup && recordsOf(option['options']).some((child) => child['type'] !== OPTION.subcommand))
    check.add(join(path, 'options'), 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'A group holds subcommands')
  checkOptions(check, join(path, 'options'), option['options'], isGroup ? 1 : 2)
}

function checkChoices(check: BodyCheck, path: string, option: Json): void {
  const choices = check.records(path, option['choices'], 0, LIMITS.choices)
  const type = option['type']
  const takesChoices = type === OPTION.string || type === OPTION.integer || type === OPTION.number
  if ((choices.length > 0 || option['autocomplete'] === true) && !takesChoices)
    check.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only texts and numbers have choices')
  if (choices.length > 0 && option['autocomplete'] === true)
    check.add(path, 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Choices exclude autocomplete')
  checkChoiceList(check, path, choices, type === OPTION.string)
}

/** The choices of an option or of an autocomplete answer. */
export function checkChoiceList(
  check: BodyCheck,
  path: string,
  choices: readonly Json[],
  isText: boolean,
): void {
  choices.forEach((choice, place) => {
    const at = join(path, place)
    check.keys(at, choice, ['name', 'name_localizations', 'value'])
    check.text(join(at, 'name'), choice['name'], { min: 1, max: LIMITS.choiceName, isRequired: true })
    if (isText) check.text(join(at, 'value'), choice['value'], { max: LIMITS.choiceText, isRequired: true })
    else if (typeof choice['value'] !== 'number')
      check.add(join(at, 'value'), 'NUMBER_TYPE_COERCE', 'Not a number')
  })
}
