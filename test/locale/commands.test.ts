import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/core/command.ts'
import {
  actionDescription,
  commandDescription,
  helpBlocks,
  optionDescription,
} from '../../src/locale/commands.ts'

/** The least that platforms bear: Discord, application commands. */
const LONGEST = 100

const commands = COMMANDS.map(({ name }) => name)
const actions = COMMANDS.flatMap(({ name, actions: all }) =>
  all.map((action) => [name, action.name] as const),
)
const options = COMMANDS.flatMap(({ name, actions: all }) =>
  all.flatMap((action) => action.options.map((option) => [name, action.name, option.name] as const)),
)

describe('the words beside the commands', () => {
  it.each(commands)('say in short what /%s is for', (name) => {
    expect(commandDescription(name)).toMatch(/^[^!]{8,}$/)
    expect(commandDescription(name).length).toBeLessThanOrEqual(LONGEST)
  })

  it.each(actions)('say in short what /%s %s does', (name, action) => {
    expect(actionDescription(name, action).length).toBeLessThanOrEqual(LONGEST)
  })

  it.each(actions.filter(([, action]) => action !== ''))('tell /%s %s from its command', (name, action) =>
    expect(actionDescription(name, action)).not.toBe(commandDescription(name)),
  )

  it.each(options)('say in short what /%s %s takes as %s', (name, action, option) => {
    expect(optionDescription(name, action, option).length).toBeLessThanOrEqual(LONGEST)
    expect(optionDescription(name, action, option)).not.toMatch(/ [;?»]|« /)
  })

  it('names several feeds where several are taken, and one where one is', () => {
    expect(optionDescription('programme', 'ajouter', 'flux')).toContain('virgules')
    expect(optionDescription('flux', 'tester', 'flux')).toBe('Le titre du flux')
  })

  it('names every command in the help', () => {
    const help = JSON.stringify(helpBlocks())
    expect(commands.filter((name) => name !== 'aide' && !help.includes(`/${name}`))).toEqual([])
  })
})
