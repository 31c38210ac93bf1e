// A form becomes a modal that Slack takes, whatever the number and the length of its choices.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../src/chat/slack/render-form.ts'
import type { Choice, Form, FormField } from '../../../src/core/form.ts'
import { checkView } from './fake/content-check.ts'

const origin = { target: 'd1', conversation: 'C1' }

function form(fields: readonly FormField[]): Form {
  return { name: 'digest', target: 'd1', title: 'Une revue de presse', submit: 'Enregistrer', fields }
}

const field = { name: 'jours', label: 'Les jours', hint: '', isRequired: true } as const
const choices = (count: number): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({ label: `Le jour ${index}`, value: `j${index}` }))

function elementOf(input: FormField): unknown {
  const view = renderForm(form([input]), origin)
  checkView(JSON.parse(JSON.stringify(view)), ['modal'])
  const [block] = view.blocks
  return block !== undefined && 'element' in block ? block.element : undefined
}

describe('a form as a modal', () => {
  it.each<[string, FormField, object | undefined]>([
    [
      'a text',
      { ...field, kind: 'text', initial: 'Le matin' },
      { type: 'plain_text_input', initial_value: 'Le matin' },
    ],
    [
      'one of a few',
      { ...field, kind: 'one', choices: choices(3), initial: 'j1' },
      { type: 'static_select', initial_option: { value: 'j1' } },
    ],
    [
      'one, none chosen yet',
      { ...field, kind: 'one', choices: choices(3), initial: '' },
      { type: 'static_select' },
    ],
    [
      'several of a few, all to be seen',
      { ...field, kind: 'several', choices: choices(10), initial: ['j1', 'j9', 'inconnu'] },
      { type: 'checkboxes', initial_options: [{ value: 'j1' }, { value: 'j9' }] },
    ],
    [
      'several of many, in a menu',
      { ...field, kind: 'several', choices: choices(11), initial: [] },
      { type: 'multi_static_select' },
    ],
    [
      'more than a menu bears, in groups',
      { ...field, kind: 'one', choices: choices(250), initial: 'j249' },
      { type: 'static_select', initial_option: { value: 'j249' }, option_groups: [{}, {}, {}] },
    ],
    [
      'what is suggested while typing',
      { ...field, kind: 'suggested', suggests: 'feed', initial: [{ label: 'Le Courrier', value: 'f1' }] },
      { type: 'multi_external_select', action_id: 'suggest-feed~jours', initial_options: [{ value: 'f1' }] },
    ],
    [
      'a channel',
      { ...field, kind: 'channel', initial: 'C2' },
      { type: 'conversations_select', initial_conversation: 'C2' },
    ],
    [
      'people',
      { ...field, kind: 'people', initial: ['U2'] },
      { type: 'multi_users_select', initial_users: ['U2'] },
    ],
    ['nothing to choose from', { ...field, kind: 'one', choices: [], initial: '' }, undefined],
  ])('has %s', (_what, input, expected) => {
    expect({ element: elementOf(input) }).toMatchObject({ element: expected })
  })

  it.each([
    ['Arts & <spectacles>', 'Arts &amp; &lt;spectacles&gt;', 'entities, which Slack resolves'],
    ['&amp;', '&amp;amp;', 'an entity that was there before'],
    ['&'.repeat(40), `${'&amp;'.repeat(14)}…`, 'too long once it is escaped: no entity is cut'],
  ])('shows the label %j as it is', (label, written, _why) => {
    const element = elementOf({ ...field, kind: 'one', choices: [{ label, value: 'a' }], initial: '' })
    expect(element).toMatchObject({ options: [{ text: { type: 'plain_text', text: written } }] })
  })

  it('names groups by their first and last, as they are', () => {
    const many = choices(150).map(({ value }) => ({ label: `A & ${value}`, value }))
    const element = elementOf({ ...field, kind: 'one', choices: many, initial: '' })
    expect(element).toMatchObject({
      option_groups: [
        { label: { text: 'A &amp; j0 – A &amp; j99' } },
        { label: { text: 'A &amp; j100 – A &amp; j149' } },
      ],
    })
  })

  it('carries what it is about, and where it was asked for', () => {
    const view = renderForm(form([{ ...field, kind: 'text', initial: '' }]), { ...origin, thread: '10.1' })
    expect(view).toMatchObject({
      callback_id: 'digest',
      private_metadata: '{"target":"d1","conversation":"C1","thread":"10.1"}',
      title: { text: 'Une revue de presse', emoji: false },
      close: { text: 'Annuler' },
      blocks: [{ block_id: 'jours', optional: false }],
    })
  })

  it('is one that Slack takes, whatever its words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', '<!channel>', '\u202E', 'é'.repeat(300)),
    )
    const choice = fc.record({ label: words, value: words })
    const input: fc.Arbitrary<FormField> = fc
      .tuple(
        fc.record({ name: fc.uuid(), label: words, hint: words, isRequired: fc.boolean() }),
        fc.oneof(
          fc.record({ kind: fc.constant('text' as const), initial: words }),
          fc.record({
            kind: fc.constant('one' as const),
            choices: fc.array(choice, { maxLength: 300 }),
            initial: words,
          }),
          fc.record({
            kind: fc.constant('several' as const),
            choices: fc.array(choice, { maxLength: 300 }),
            initial: fc.array(words),
          }),
          fc.record({
            kind: fc.constant('suggested' as const),
            suggests: fc.constant('feed' as const),
            initial: fc.array(choice, { maxLength: 150 }),
          }),
        ),
      )
      .map(([base, kind]) => ({ ...base, ...kind }))
    fc.assert(
      fc.property(
        words,
        words,
        fc.uniqueArray(input, { minLength: 1, maxLength: 10, selector: ({ name }) => name }),
        (title, submit, fields) => {
          const view = renderForm({ name: 'digest', target: '', title, submit, fields }, origin)
          expect(() => checkView(JSON.parse(JSON.stringify(view)), ['modal'])).not.toThrow()
        },
      ),
      { numRuns: 200 },
    )
  })
})
