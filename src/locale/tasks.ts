// What is said of work that several processes share. Does none of it.
import type { QueueState, TaskKind } from '../core/task.ts'
import type { MessageText } from '../core/message.ts'
import { sentenceMessage } from './blocks.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'

const KIND_NAMES: Readonly<Record<TaskKind, string>> = {
  plan: 'Répartition du travail',
  fetch: 'Lecture des flux',
  read: 'Lecture des articles',
  facts: 'Relecture des anciens articles',
  alert: 'Alertes',
  publish: 'Composition des revues',
  deliver: 'Envoi des messages',
  care: 'Avis et archives',
  upkeep: 'Entretien de la base',
}

/** «Lecture des articles : 12 lots en attente, 3 lots en cours.» */
export function queueLine({ kind, waiting, running, dead }: QueueState): string {
  const parts = [
    ...(waiting === 0 ? [] : [french`${counted(waiting, 'lot')} en attente`]),
    ...(running === 0 ? [] : [french`${counted(running, 'lot')} en cours`]),
    ...(dead === 0 ? [] : [counted(dead, 'lot abandonné', 'lots abandonnés')]),
  ]
  return french`${KIND_NAMES[kind]} : ${parts.length === 0 ? 'rien en attente' : enumerate(parts)}.`
}

export function unknownRole(known: readonly string[]): string {
  return french`Choisissez parmi ${enumerate(known)}.`
}

export const DEAD_ADVICE = french`Un lot est abandonné après cinq essais : le journal du robot dit pourquoi. « pressoir queues --resend » le renvoie.`

/** « Composition des revues (2 lots) ». Told where administrators read, who may have no terminal at hand. */
export function tasksGivenUpMessage(states: readonly QueueState[]): MessageText {
  const kinds = states.map(({ kind, dead }) => french`${KIND_NAMES[kind]} (${counted(dead, 'lot')})`)
  return sentenceMessage(
    french`Du travail est abandonné après cinq essais : ${enumerate(kinds)}. Le journal du robot dit pourquoi. Une fois la cause levée, « pressoir queues --resend » le renvoie.`,
  )
}

export function tasksBackMessage(): MessageText {
  return sentenceMessage(french`Plus aucun travail n’est abandonné : tout est rentré dans l’ordre.`)
}

export function resentLine(count: number): string {
  return count === 0
    ? french`Rien n’était abandonné.`
    : french`${counted(count, 'lot renvoyé', 'lots renvoyés')}.`
}

export function queueFailed(name: string): string {
  return french`Le partage du travail sur ${name} a échoué. Je réessaie.`
}
