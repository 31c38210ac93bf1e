// The manifest that creates the Slack app agrees with the program: its commands, its rights, its events.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { BOT_EVENTS, BOT_SCOPES } from '../../../src/chat/slack/scopes.ts'
import { COMMANDS } from '../../../src/core/command.ts'
import { commandDescription } from '../../../src/locale/commands.ts'

const text = (most: number) => z.string().min(1).max(most)

/** As docs.slack.dev, reference/app-manifest, with its lengths; unknown keys are errors there too. */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1) }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    background_color: z.string().regex(/^#[\dA-F]{6}$/u),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/u),
          description: text(2000),
          usage_hint: text(1000).optional(),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
})

const path = join(import.meta.dirname, '../../../config/slack-manifest.yaml')
const manifest = manifestSchema.parse(parse(readFileSync(path, 'utf8')))
const { slash_commands: commands } = manifest.features

describe('the manifest of the Slack app', () => {
  it('has every command of the program, and no other', () => {
    expect(commands.map(({ command }) => command)).toEqual(COMMANDS.map(({ name }) => `/${name}`))
  })

  it.each(COMMANDS)('describes /$name as the program does, and names its actions', ({ name, actions }) => {
    const command = commands.find((each) => each.command === `/${name}`)
    expect(command?.description).toBe(commandDescription(name))
    const named = actions.map((action) => action.name).filter((action) => action !== '')
    const hinted = named.length === 0 ? [] : (command?.usage_hint ?? '').split(' | ')
    expect(hinted).toEqual(named)
  })

  it('asks for the rights and events that the program uses, and no other', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(BOT_SCOPES)
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(BOT_EVENTS)
  })
})
