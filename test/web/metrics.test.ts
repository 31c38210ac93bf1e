// What Prometheus reads: each thing under its name, and no label that others may choose.
import { describe, expect, it } from 'vitest'
import { countConditions, type Measures } from '../../src/core/measures.ts'
import { NOTHING_SHARED } from '../../src/core/task.ts'
import { type Asked, createMetrics } from '../../src/web/metrics.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')

const MEASURES: Measures = {
  takenAt: NOW,
  feeds: { ...countConditions([], NOW), healthy: 12, failing: 1 },
  drafts: { recent: { count: 4, since: NOW - 90_000 }, old: { count: 0 }, unreadable: { count: 2 } },
  open: { deliveries: 3, notices: 1, alerts: 0 },
  late: { making: 0, delivering: 1 },
  tasks: NOTHING_SHARED.map((state) =>
    state.kind === 'deliver'
      ? { kind: 'deliver', waiting: 3, running: 2, waitingSince: NOW - 45_000, dead: 1 }
      : state,
  ),
  lastBeatAt: NOW - 30_000,
  lastBackupAt: undefined,
  databaseBytes: 1_048_576,
}

const ASKED: Asked = {
  measures: MEASURES,
  seconds: 0.012,
  connections: new Map([
    ['slack', false],
    ['console', true],
  ]),
}

/** The lines of our own metrics that are not naught. */
function counted(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('pressoir_') && !line.endsWith(' 0'))
}

describe('what is asked of storage', () => {
  it('stands beside what was counted', async () => {
    const lines = counted(await createMetrics('1.2.3').render(ASKED))
    expect(lines).toEqual([
      'pressoir_build_info{version="1.2.3"} 1',
      'pressoir_database_up 1',
      'pressoir_measuring_seconds 0.012',
      'pressoir_platform_connected{platform="console"} 1',
      'pressoir_feeds{state="failing"} 1',
      'pressoir_feeds{state="healthy"} 12',
      'pressoir_queue_depth{queue="drafts_recent"} 4',
      'pressoir_queue_depth{queue="deliveries"} 3',
      'pressoir_queue_depth{queue="notices"} 1',
      'pressoir_oldest_unread_seconds{turn="recent"} 90',
      'pressoir_drafts_set_aside 2',
      'pressoir_editions_late{stage="delivering"} 1',
      'pressoir_database_bytes 1048576',
      'pressoir_tasks_waiting{kind="deliver"} 3',
      'pressoir_tasks_running{kind="deliver"} 2',
      'pressoir_tasks_set_aside{kind="deliver"} 1',
      'pressoir_oldest_task_seconds{kind="deliver"} 45',
      `pressoir_last_beat_timestamp_seconds ${NOW / 1000 - 30}`,
    ])
  })

  it('is absent while the database does not answer, and that is said', async () => {
    const metrics = createMetrics('1.2.3')
    await metrics.render(ASKED)
    const text = await metrics.render({ ...ASKED, measures: undefined })
    expect(text).toContain('\npressoir_database_up 0\n')
    expect(text).not.toMatch(/^pressoir_(?:feeds|queue_depth|editions_late)\b/m)
  })

  it('is asked of nobody while the program starts', async () => {
    const text = await createMetrics('1.2.3').render(undefined)
    expect(text).not.toMatch(/pressoir_database_up|pressoir_feeds\b/)
    expect(text).toMatch(/^process_start_time_seconds \d/m)
    expect(text).toMatch(/^pressoir_editions_total\{outcome="made"\} 0$/m)
  })
})

describe('what happens', () => {
  it('is counted under its labels', async () => {
    const { meter, noteLine, render } = createMetrics('1.2.3')
    meter({ kind: 'feed', outcome: 'unchanged' })
    meter({ kind: 'article', outcome: 'folded' })
    meter({ kind: 'edition', outcome: 'made' })
    meter({ kind: 'message', of: 'edition', channel: 'slack:C1', outcome: 'posted' })
    meter({ kind: 'request', of: 'question', outcome: 'answered', seconds: 0.15 })
    noteLine('warn')
    const lines = counted(await render(undefined)).filter((line) => !/_bucket|build_info/.test(line))
    expect(lines.toSorted()).toEqual([
      'pressoir_articles_read_total{outcome="folded"} 1',
      'pressoir_deliveries_total{of="edition",platform="slack",outcome="posted"} 1',
      'pressoir_editions_total{outcome="made"} 1',
      'pressoir_feed_readings_total{outcome="unchanged"} 1',
      'pressoir_log_lines_total{level="warn"} 1',
      'pressoir_request_duration_seconds_count{nature="question"} 1',
      'pressoir_request_duration_seconds_sum{nature="question"} 0.15',
      'pressoir_requests_total{nature="question",outcome="answered"} 1',
    ])
    expect(await render(undefined)).toMatch(/_bucket\{le="0.1",nature="question"\} 0\n.*le="0.2",.*\} 1\n/)
  })

  it.each([
    [{ code: 'post-failed', channel: 'slack:C1', reason: 'rate-limited' }, 'slack', 'rate-limited'],
    [{ code: 'post-failed', channel: 'slack:C1' }, 'slack', 'unknown'],
    [{ code: 'platform-absent', channel: 'slack:C1' }, 'slack', 'platform-absent'],
    [undefined, 'slack', 'unforeseen'],
    [{ code: 'platform-unknown', channel: 'pigeon:"} 1' }, 'other', 'platform-unknown'],
  ] as const)('that fails is counted by its reason: %j', async (failure, platform, reason) => {
    const { meter, render } = createMetrics('1.2.3')
    const channel = failure?.channel ?? 'slack:C1'
    meter({ kind: 'message', of: 'notice', channel, outcome: 'failed', failure })
    const lines = counted(await render(undefined))
    expect(lines).toContain(`pressoir_delivery_failures_total{platform="${platform}",reason="${reason}"} 1`)
  })
})
