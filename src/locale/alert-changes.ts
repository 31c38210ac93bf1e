// What a change of an alert comes to, in French: the question, what was done, the line of the log. Carries nothing out.
import { type Alert, alertDefinitionOf } from '../core/alert.ts'
import type { Zone } from '../core/calendar.ts'
import type { ChangeNature } from '../core/change-nature.ts'
import { alertChanges, alertLine } from './alert-definition.ts'
import type { ChangeWords } from './changes.ts'
import { capitalised } from './sentence.ts'

/** From what to what, one line a thing. */
export function alertLines(
  before: Alert | undefined,
  after: Alert | undefined,
  zone: Zone,
): readonly string[] {
  const [was, is] = [before, after].map((alert) =>
    alert === undefined ? undefined : alertDefinitionOf(alert),
  )
  if (was !== undefined && is !== undefined) return alertChanges(was, is)
  return is === undefined ? [] : [capitalised(alertLine(is, zone))]
}

export const ALERT_WORDS: Readonly<Record<ChangeNature, ChangeWords>> = {
  added: {
    ask: 'Régler l’alerte',
    done: (name) => `L’alerte ${name} est réglée.`,
    log: 'a réglé l’alerte',
  },
  removed: {
    ask: 'Retirer l’alerte',
    done: (name) => `L’alerte ${name} ne sonnera plus. Ses messages passés restent.`,
    log: 'a retiré l’alerte',
  },
  suspended: {
    ask: 'Suspendre l’alerte',
    done: (name) => `L’alerte ${name} est en pause jusqu’à ce que vous la repreniez.`,
    log: 'a suspendu l’alerte',
  },
  resumed: {
    ask: 'Reprendre l’alerte',
    done: (name) => `L’alerte ${name} peut sonner de nouveau.`,
    log: 'a repris l’alerte',
  },
  moved: changedAlert(),
  altered: changedAlert(),
}

function changedAlert(): ChangeWords {
  return {
    ask: 'Modifier l’alerte',
    done: (name) => `L’alerte ${name} est modifiée.`,
    log: 'a modifié l’alerte',
  }
}
