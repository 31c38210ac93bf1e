// A mention as Discord writes it: its client shows the name. Calls nobody, since no body of ours allows it to.
import type { Mention } from '../../core/message.ts'

/** reference, message formatting. */
const SIGNS = { channel: '#', person: '@', role: '@&' } as const satisfies Readonly<
  Record<Mention['of'], string>
>

/** Undefined for what is no id of Discord. */
export function renderMention({ of, id }: Mention): string | undefined {
  return /^\d{15,20}$/u.test(id) ? `<${SIGNS[of]}${id}>` : undefined
}
