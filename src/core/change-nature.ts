// What a change comes to: something new, taken away, put to rest or altered. Changes nothing.
import type { ChangeSubject } from './change.ts'

export type ChangeNature = 'added' | 'removed' | 'suspended' | 'resumed' | 'moved' | 'altered'

/** `moved` is a feed that takes another address. */
export function natureOfChange(subject: ChangeSubject): ChangeNature {
  const { before, after } = subject
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  if (subject.kind === 'settings' || subject.kind === 'followings') return 'altered'
  if (subject.kind === 'following' && subject.before?.url !== subject.after?.url) return 'moved'
  return natureOfRest(subject)
}

function natureOfRest(
  subject: Exclude<ChangeSubject, { readonly kind: 'settings' | 'followings' }>,
): ChangeNature {
  const [was, is] = [subject.before, subject.after].map((side) => side?.suspendedAt !== undefined)
  if (was === is) return 'altered'
  return is === true ? 'suspended' : 'resumed'
}

/** Whose own affair it is, by the platform's id: a subscription's owner; undefined for what all share. */
export function ownerOf(subject: ChangeSubject): string | undefined {
  return subject.kind === 'digest' ? (subject.after ?? subject.before)?.owner : undefined
}
