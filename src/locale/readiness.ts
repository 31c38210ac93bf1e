// What is said to whoever watches the program: what it lacks, and where it can be watched. Short, French.
import type { Lack } from '../core/readiness.ts'
import { platformName } from './failures.ts'
import { french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'

export function explainLack(lack: Lack): string {
  return tell(LACKS, lack)
}

const LACKS: SentenceTable<Lack> = {
  starting: () => french`Pressoir démarre : il ouvre la base, et la met à niveau s’il le faut.`,
  restoring: () => 'Une sauvegarde est remise dans la base. Pressoir attend la fin.',
  draining: () => french`Pressoir s’arrête : il termine ce qui est en cours.`,
  database: () => 'La base ne répond pas.',
  queue: () => 'Le travail partagé n’arrive plus, alors que la base répond.',
  platform: ({ platform }) => french`${platformName(platform)} n’est pas relié.`,
}

export const BEAT_OVERDUE =
  'Le robot ne bat plus depuis plus de cinq minutes. Relancez-le, puis lisez son journal.'

export function monitorOpened(address: string): string {
  return french`Santé et mesures : ${address}/healthz, /readyz et /metrics.`
}

export function monitorRefused(address: string): string {
  return french`La surveillance ne peut pas être ouverte sur ${address}. Un autre programme occupe peut-être ce port : donnez-en un autre à « surveillance » dans la configuration. Pressoir tourne sans elle, et réessaie chaque minute.`
}
