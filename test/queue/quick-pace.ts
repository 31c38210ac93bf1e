// The pace of a queue in tests, in seconds: nobody waits for minutes.
import type { Pace } from '../../src/queue/boss.ts'

export const QUICK_PACE: Pace = { heartbeat: 10, supervise: 1, polling: 0.5, retry: 1, attempts: 2, done: 1 }
