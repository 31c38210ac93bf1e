// A bot for the tests of interactions: the real discord.js client with the handlers of a test. Decides nothing itself.
import { PermissionFlagsBits } from 'discord.js'
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js'
import { newsroom } from './client.ts'
import type { FakeDiscordOptions } from './fake-discord.ts'

const COMMANDS = [
  {
    name: 'qui',
    description: 'Qui a fait quoi',
    options: [
      { type: 3, name: 'question', description: 'La fin de la question', required: true, max_length: 200 },
    ],
  },
  {
    name: 'flux',
    description: 'Les flux de ce serveur',
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      {
        type: 1,
        name: 'retirer',
        description: 'Retire un flux',
        options: [
          { type: 3, name: 'flux', description: 'Le flux', required: true, autocomplete: true },
          { type: 7, name: 'salon', description: 'Le salon' },
        ],
      },
    ],
  },
]

export interface Handlers {
  readonly command?: (interaction: ChatInputCommandInteraction) => unknown
  readonly button?: (interaction: ButtonInteraction) => unknown
  readonly select?: (interaction: StringSelectMenuInteraction) => unknown
  readonly modal?: (interaction: ModalSubmitInteraction) => unknown
  readonly autocomplete?: (interaction: AutocompleteInteraction) => unknown
}

function answerWith(client: Client, handlers: Handlers, failures: unknown[]): void {
  const act = (interaction: Interaction): unknown => {
    if (interaction.isChatInputCommand()) return handlers.command?.(interaction)
    if (interaction.isButton()) return handlers.button?.(interaction)
    if (interaction.isStringSelectMenu()) return handlers.select?.(interaction)
    if (interaction.isModalSubmit()) return handlers.modal?.(interaction)
    return interaction.isAutocomplete() ? handlers.autocomplete?.(interaction) : undefined
  }
  client.on('interactionCreate', (interaction) => {
    Promise.resolve(act(interaction)).catch((error: unknown) => failures.push(error))
  })
}

/** A newsroom whose bot has commands and answers as told; what it throws is in `failures`. */
export async function answering(handlers: Handlers, options: FakeDiscordOptions = {}) {
  const room = await newsroom(options)
  await room.client.application.commands.set(COMMANDS)
  const failures: unknown[] = []
  answerWith(room.client, handlers, failures)
  return { ...room, channel: room.channelId, failures }
}

export const ask = (question: string) => ({ name: 'qui', options: { question } })
