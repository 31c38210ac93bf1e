// Which chat platforms this program speaks to: the console always, the others when they have their tokens.
import { PLATFORMS } from './chat/platforms.ts'
import type { Terminal } from './cli/terminal.ts'
import type { AppOptions } from './cli/toolbox.ts'
import type { Door } from './door.ts'
import type { ChatPlatform, Storage } from './ports.ts'
import type { Platforms } from './services/send.ts'
import { isServer } from './core/database-address.ts'

/** None of them is connected yet. */
export async function openPlatforms(
  options: AppOptions,
  terminal: Terminal,
  { door, storage }: { readonly door: Door; readonly storage: Storage },
): Promise<Platforms> {
  const platforms = new Map<string, ChatPlatform>([['console', await openConsole(options, terminal)]])
  const { configuration, log, clock } = options
  const { tokens, platformUrls, slackInstall, discordShards, publicAddress } = configuration
  const shared = { log, now: clock.now }
  const install =
    slackInstall && publicAddress !== undefined
      ? { ...slackInstall, publicAddress, store: storage.installations }
      : undefined
  if (tokens.slackBot !== undefined || install !== undefined) {
    const createSlackPlatform = await PLATFORMS.slack()
    const slack = createSlackPlatform({
      ...shared,
      botToken: tokens.slackBot,
      appToken: tokens.slackApp,
      signingSecret: tokens.slackSigning,
      install,
      door,
      apiUrl: platformUrls.slack,
    })
    platforms.set('slack', slack)
  }
  if (tokens.discord !== undefined) {
    const createDiscordPlatform = await PLATFORMS.discord()
    platforms.set(
      'discord',
      createDiscordPlatform({
        ...shared,
        token: tokens.discord,
        shards: discordShards,
        apiUrl: platformUrls.discord,
      }),
    )
  }
  return platforms
}

/** In the working folder where the database is on a server. */
function transcriptBeside(database: string): string {
  return isServer(database) ? 'pressoir.console.jsonl' : `${database.replace(/\.sqlite$/, '')}.console.jsonl`
}

/** The console's channel is a transcript beside the database; the terminal shows what is written there. ADR 0003. */
async function openConsole(
  { configuration, clock, transcript = transcriptBeside(configuration.database) }: AppOptions,
  terminal: Terminal,
): Promise<ChatPlatform> {
  const createConsolePlatform = await PLATFORMS.console()
  return createConsolePlatform({
    transcript,
    write: (text) => void terminal.output.write(text),
    isColour: terminal.output.isTTY === true,
    now: clock.now,
  })
}
