// What the inbox of the tests answers: a few words, some buttons, a form. Checks nothing.
import { act } from '../../../src/core/action.ts'
import type { Form } from '../../../src/core/form.ts'
import type { Block, MessageText } from '../../../src/core/message.ts'
import type { ChatReply } from '../../../src/core/request.ts'

export const said = (words: string, more: readonly Block[] = []): MessageText => ({
  summary: words,
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'plain', text: words }] }, ...more],
})
export const privately = (words: string, more: readonly Block[] = []): ChatReply => ({
  kind: 'message',
  audience: 'person',
  message: said(words, more),
})
export const toAll = (words: string, more: readonly Block[] = []): ChatReply => ({
  kind: 'message',
  audience: 'channel',
  message: said(words, more),
})
export const buttons: Block = {
  kind: 'buttons',
  buttons: [
    { label: 'Pourquoi ?', action: act('explain', 'd1', '2'), style: 'plain' },
    { label: 'Mettre en pause', action: act('suspend-feed', 'f1'), style: 'danger' },
  ],
}
const form: Form = {
  name: 'add-feed',
  target: 'f1',
  title: 'Suivre un flux',
  submit: 'Vérifier',
  fields: [
    { name: 'adresse', label: 'L’adresse', hint: '', isRequired: true, kind: 'text', initial: '' },
    {
      name: 'rubriques',
      label: 'Les rubriques',
      hint: '',
      isRequired: false,
      kind: 'suggested',
      suggests: 'rubric',
      initial: [],
    },
  ],
}
export const formReply: ChatReply = {
  kind: 'form',
  form,
  instead: said('Écrivez /flux ajouter et une adresse.'),
}

export const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
