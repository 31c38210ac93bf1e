// What every reply keeps to, whatever it says: the least that platforms bear, and French typography.
import { expect } from 'vitest'
import { formatAction } from '../../src/core/action.ts'
import type { Choice, FormField } from '../../src/core/form.ts'
import type { Block, MessageText } from '../../src/core/message.ts'
import type { ChatReply } from '../../src/core/request.ts'

/** Gives the reply back, so that it can stand around any. */
export function expectWellFormed(reply: ChatReply): ChatReply {
  if (reply.kind === 'message' || reply.kind === 'replacement') expectMessage(reply.message)
  if (reply.kind === 'mistakes') expectFrench(Object.values(reply.mistakes))
  if (reply.kind === 'form') {
    const { title, submit, fields } = reply.form
    expect(Math.max(title.length, submit.length)).toBeLessThanOrEqual(24)
    expect(fields.length).toBeLessThanOrEqual(11)
    expectFrench([title, submit, ...fields.flatMap(({ label, hint }) => [label, hint])])
    fields.forEach(expectField)
    expectMessage(reply.instead)
  }
  return reply
}

function expectField(field: FormField): void {
  expect(field.label.length).toBeLessThanOrEqual(45)
  expect(field.hint.length).toBeLessThanOrEqual(100)
  if (field.kind === 'one' || field.kind === 'several') {
    expectChoices(field.choices)
    const values = field.choices.map(({ value }) => value)
    const initial = typeof field.initial === 'string' ? [field.initial] : field.initial
    expect(values).toEqual(expect.arrayContaining([...initial]))
  }
  if (field.kind === 'suggested') expectChoices(field.initial)
}

export function expectChoices(choices: readonly Choice[]): void {
  expect(choices.length).toBeLessThanOrEqual(25)
  for (const { label, value } of choices) {
    expect(label.length).toBeLessThanOrEqual(75)
    expect(value.length).toBeGreaterThan(0)
    expect(value.length).toBeLessThanOrEqual(100)
  }
}

function expectMessage({ summary, blocks }: MessageText): void {
  expect(summary).not.toBe('')
  expect(blocks.length).toBeGreaterThan(0)
  // Discord has five rows of classic components.
  expect(blocks.filter(({ kind }) => kind === 'buttons').length).toBeLessThanOrEqual(5)
  expectFrench([summary, ...blocks.flatMap(textsOf)])
  for (const block of blocks) if (block.kind === 'buttons') expectButtons(block)
}

function expectButtons({ buttons }: Extract<Block, { readonly kind: 'buttons' }>): void {
  expect(buttons.length).toBeGreaterThan(0)
  expect(buttons.length).toBeLessThanOrEqual(5)
  for (const { label, action } of buttons) {
    expect(label.length).toBeLessThanOrEqual(75)
    expect(formatAction(action).length).toBeLessThanOrEqual(70)
  }
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'context':
      return [block.spans.map(({ text }) => text).join('')]
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join(''))
    case 'quote':
      return block.sentences
    case 'picture':
    case 'file':
      return [block.title, block.alternativeText]
    case 'buttons':
      return block.buttons.map(({ label }) => label)
    default:
      return block satisfies never
  }
}

function expectFrench(texts: readonly string[]): void {
  // No ordinary blank where French wants another, no straight apostrophe, no exclamation, nothing put in twice.
  for (const text of texts) expect(text).not.toMatch(/ [:;?!»]|« |[!']|\.\.|undefined|\s\s|\( | \)/u)
}
