// What posting costs in memory: one digest after the other, until 10,000 messages stand in the channels.
import type { ProgramReport } from './chat-program.ts'
import { violationsOf } from './chat-latency.ts'
import { reviewOf, STORIES } from './chat-digests.ts'
import { type Fakes, openStage, type Stage } from './chat-stage.ts'

/**
 * Slack bears few messages a minute, with limits or without: our own pace sees to that. So it gets one in nine, and the
 * whole does not last for hours. Together 125 channels of eight messages: a thousand a digest.
 */
const [SLACK_CHANNELS, DISCORD_CHANNELS] = [14, 111]

export interface MemoryPoint {
  readonly postedCount: number
  readonly report: ProgramReport
}

export async function measureMemory(options: {
  readonly corpus: string
  readonly posts: number
}): Promise<{ readonly points: readonly MemoryPoint[]; readonly violations: readonly string[] }> {
  let channels: readonly string[] = []
  const stage = await openStage({
    corpus: options.corpus,
    isLimited: false,
    declared: (fakes) => {
      channels = channelsOf(fakes)
      return []
    },
    inChat: () => [],
  })
  // Feeds are read and stories remembered before anything is counted.
  await stage.program.beat()
  const points = [{ postedCount: 0, report: await stage.program.report() }]
  const rounds = Math.ceil(options.posts / (channels.length * (1 + STORIES)))
  for (let round = 1; round <= rounds; round++) {
    await stage.program.publish(reviewOf({ name: `tour-${round}`, hour: '23:00', channels }))
    points.push({ postedCount: postedCount(stage), report: await stage.program.report() })
    process.stderr.write(`  ${points.at(-1)?.postedCount} messages\n`)
  }
  const violations = violationsOf(stage)
  await stage.close()
  return { points, violations }
}

function channelsOf({ slack, discord, guild }: Fakes): readonly string[] {
  return [
    ...Array.from(
      { length: SLACK_CHANNELS },
      (_, n) => `slack:${slack.addChannel({ name: `memoire-${n}` })}`,
    ),
    ...Array.from(
      { length: DISCORD_CHANNELS },
      (_, n) => `discord:${discord.addChannel(guild, { name: `memoire-${n}` })}`,
    ),
  ]
}

function postedCount({ slack, discord }: Stage): number {
  return slack.requests.filter(({ method }) => method === 'chat.postMessage').length + discord.postedCount()
}
