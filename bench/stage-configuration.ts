// How the real program is configured on the stages of benches: quotas that measure the program, not its patience.
import type { Configuration } from '../src/config/load.ts'

/** What each stage has of its own. */
export type StageOptions = Pick<
  Configuration,
  'database' | 'archive' | 'feeds' | 'digests' | 'tokens' | 'platformUrls'
>

export function stageConfiguration(options: StageOptions): Configuration {
  const { database, archive, feeds, digests, tokens, platformUrls } = options
  return {
    contact: 'mesures@pressoir.example',
    zone: 'Europe/Paris',
    port: 3000,
    database,
    archive,
    feeds,
    digests,
    alerts: [],
    quotas: { feeds: 1e6, questionsAMinute: 1e6, editionsADay: 1e6 },
    tokens,
    platformUrls,
  }
}
