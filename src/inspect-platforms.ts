// Looks at the chat platforms that have their tokens, each with its own inspector. Mends nothing.
import type { Configuration } from './config/load.ts'
import type { Finding } from './core/inspection.ts'

/** `channels` are `platform:channel`; those of platforms without tokens are passed over. */
export async function inspectPlatforms(
  { tokens, platformUrls }: Configuration,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  const of = (platform: string): readonly string[] =>
    channels.flatMap((channel) =>
      channel.startsWith(`${platform}:`) ? [channel.slice(platform.length + 1)] : [],
    )
  const findings: Finding[] = []
  if (tokens.slackBot !== undefined) {
    const { inspectSlack } = await import('./chat/slack/inspect.ts')
    const { slackBot: botToken, slackApp: appToken, slackSigning: signingSecret } = tokens
    const options = { botToken, appToken, signingSecret, apiUrl: platformUrls.slack }
    findings.push(...(await inspectSlack(options, of('slack'))))
  }
  if (tokens.discord !== undefined) {
    const { inspectDiscord } = await import('./chat/discord/inspect.ts')
    const options = { token: tokens.discord, apiUrl: platformUrls.discord }
    findings.push(...(await inspectDiscord(options, of('discord'))))
  }
  return findings
}
