import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { act } from '../../../src/core/action.ts'
import type { Form, FormField } from '../../../src/core/form.ts'
import { renderForm } from '../../../src/chat/discord/render-form.ts'
import type { UserAction } from './fake/action.ts'
import {
  answerTo,
  closeGood,
  openStage,
  pause,
  privately,
  type Stage,
  started,
  text,
  withButton,
} from './harness.ts'

const FORM: Form = {
  name: 'add-feed',
  target: '',
  title: 'Ajouter un flux',
  submit: 'Ajouter',
  fields: [
    {
      name: 'adresse',
      label: 'Adresse',
      hint: 'Celle du flux, ou d’une page d’accueil',
      isRequired: true,
      kind: 'text',
      initial: '',
    },
    {
      name: 'rubrique',
      label: 'Rubrique',
      hint: '',
      isRequired: false,
      kind: 'one',
      choices: [
        { label: 'Sport', value: 'sport' },
        { label: 'Culture', value: 'culture' },
      ],
      initial: 'culture',
    },
    {
      name: 'flux',
      label: 'Flux',
      hint: '',
      isRequired: false,
      kind: 'suggested',
      suggests: 'feed',
      initial: [
        { label: 'Le Fil', value: 'f1' },
        { label: 'La Dépêche', value: 'f2' },
      ],
    },
    { name: 'canal', label: 'Canal', hint: '', isRequired: false, kind: 'channel', initial: '' },
    { name: 'personnes', label: 'Personnes', hint: '', isRequired: false, kind: 'people', initial: [] },
  ],
}

/** The form with another field in place of the one of its name. */
function withField(field: FormField): Form {
  return { ...FORM, fields: FORM.fields.map((one) => (one.name === field.name ? field : one)) }
}

const COMMON = { label: 'Ceci', hint: '', isRequired: false } as const

function people(initial: readonly string[]): FormField {
  return { ...COMMON, name: 'personnes', kind: 'people', initial }
}

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `12345678901234567${String(index).padStart(2, '0')}`)
}

function address(initial: string): FormField {
  return { ...COMMON, name: 'adresse', kind: 'text', initial }
}

function titles(count: number): FormField {
  const initial = Array.from({ length: count }, (_, index) => ({
    label: `Gazette de la ville numéro ${index}`,
    value: `${index}`,
  }))
  return { ...COMMON, name: 'flux', kind: 'suggested', suggests: 'feed', initial }
}

describe('a form that would lose something on Discord', () => {
  it.each<[FormField, boolean, string]>([
    [people(ids(25)), true, 'as many people as a select bears'],
    [people(ids(26)), false, 'one more'],
    [address('a'.repeat(4000)), true, 'as much text as an input bears'],
    [address('a'.repeat(4001)), false, 'one character more'],
    [titles(140), false, 'more titles than fit'],
  ])('%o is shown: %s', (field, isShown, _why) => {
    expect(renderForm(withField(field)) !== undefined).toBe(isShown)
  })

  it('names nothing that is no id: Discord would refuse it whole', () => {
    const modal = JSON.stringify([
      renderForm(withField({ ...COMMON, name: 'canal', kind: 'channel', initial: '@1234567890123456789' })),
      renderForm(withField(people(['camille']))),
    ])
    expect(modal).not.toContain('default_values')
  })
})

describe('forms on Discord', () => {
  let stage: Stage
  const ask = (): UserAction =>
    stage.fake.command({
      user: stage.person,
      channel: stage.channel,
      name: 'abonnement',
      subcommand: 'regler',
    })

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
    stage.reply(() => privately(text('Oui.')))
    await started(stage)
  })
  afterEach(() => closeGood(stage))

  it('shows a form at once, reads what was filled in, and lists the mistakes', async () => {
    const press = await stage.platform.post(stage.channel, {
      key: 'cle',
      ...withButton('Flux', act('add-feed')),
    })
    stage.reply(() => ({ kind: 'form', form: FORM, instead: text('Écrivez /flux ajouter.') }))
    const { modal } = await stage.fake.press({ user: stage.person, message: press, label: 'Suite' }).answered
    expect([modal?.title, modal?.fields.map(({ label, value }) => [label, value])]).toEqual([
      'Ajouter un flux',
      [
        ['Adresse', ''],
        ['Rubrique', ''],
        ['Flux', 'Le Fil, La Dépêche'],
        ['Canal', ''],
        ['Personnes', ''],
      ],
    ])
    stage.reply(() => ({ kind: 'mistakes', mistakes: { adresse: 'Cette adresse n’est pas complète.' } }))
    if (modal === undefined) throw new Error('No form was shown')
    const submitted = stage.fake.submitModal({
      user: stage.person,
      modal,
      fields: {
        Adresse: ' courrier.exemple.fr ',
        Rubrique: ['sport'],
        Flux: 'Le Fil, , La Dépêche',
        Canal: [stage.channel],
        Personnes: [],
      },
    })
    const [answer] = (await submitted.answered).responses
    expect([answer?.isEphemeral, answer?.text]).toEqual([
      true,
      'Le formulaire n’a pas été enregistré\u00A0:\n\n• Cette adresse n’est pas complète.\n\nRefaites la même commande pour réessayer.',
    ])
    expect(stage.requests.at(-1)).toEqual({
      kind: 'submission',
      from: expect.objectContaining({ person: stage.person }),
      form: 'add-feed',
      target: '',
      values: {
        adresse: ['courrier.exemple.fr'],
        rubrique: ['sport'],
        flux: ['Le Fil', 'La Dépêche'],
        canal: [stage.channel],
      },
    })
  })

  it('writes instead of a form that is too long for Discord', async () => {
    const fields = [...FORM.fields, ...FORM.fields.slice(0, 1)]
    stage.reply(() => ({
      kind: 'form',
      form: { ...FORM, fields },
      instead: text('Écrivez /programme ajouter.'),
    }))
    expect(await answerTo(ask())).toEqual(['Écrivez /programme ajouter.'])
  })

  it('writes instead of a form that comes too late to be shown', async () => {
    stage.reply(async () => {
      await pause(2300)
      return { kind: 'form', form: FORM, instead: text('Écrivez /programme ajouter.') }
    })
    expect(await answerTo(ask())).toEqual(['Écrivez /programme ajouter.'])
  })

  it('answers at once what might have been a form', async () => {
    stage.reply(() => privately(text('Vous ne gérez pas ce serveur.')))
    const seen = await ask().answered
    expect([seen.isDeferred, seen.responses.map((one) => [one.text, one.isEphemeral])]).toEqual([
      false,
      [['Vous ne gérez pas ce serveur.', true]],
    ])
  })
})
