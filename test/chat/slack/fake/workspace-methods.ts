// auth.*, apps.*, users.info, team.info, bots.info and views.*: who is there and what they see. Posts nothing.
import type { ApiCall, ApiMethods } from './api-method.ts'
import { checkView } from './content-check.ts'
import { jsonArgument, textArgument, type Json } from './json.ts'
import { pointedRefusal, Refusal } from './refusal.ts'
import { personForm } from './stored-form.ts'

export const WORKSPACE_METHODS: ApiMethods = {
  'auth.test': {
    token: 'bot',
    takes: [],
    scopes: [],
    run: ({ state: { workspace } }) => ({
      url: 'https://essai.slack.com/',
      team: workspace.teamName,
      user: 'pressoir',
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    takes: [],
    scopes: [],
    run({ state }) {
      const ticket = crypto.randomUUID()
      state.tickets.add(ticket)
      const address = `${state.origin.replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${state.workspace.appId}`
      return { url: address }
    },
  },
  'users.info': {
    token: 'bot',
    takes: ['user', 'include_locale'],
    scopes: ['users:read'],
    run({ state: { workspace }, args }) {
      const person = workspace.people.get(textArgument(args, 'user') ?? '')
      if (person === undefined) throw new Refusal('user_not_found')
      return { user: personForm(workspace, person) }
    },
  },
  'team.info': {
    token: 'bot',
    takes: ['team', 'domain'],
    scopes: ['team:read'],
    run: ({ state: { workspace } }) => ({
      team: { id: workspace.teamId, name: workspace.teamName, domain: 'essai', email_domain: '', icon: {} },
    }),
  },
  'bots.info': {
    token: 'bot',
    takes: ['bot', 'team_id'],
    scopes: ['users:read'],
    run({ state: { workspace }, args }) {
      if (textArgument(args, 'bot') !== workspace.botId) throw new Refusal('bot_not_found')
      const { botId: id, appId: app_id, botUserId: user_id } = workspace
      return { bot: { id, deleted: false, name: 'pressoir', updated: 0, app_id, user_id, icons: {} } }
    },
  },
  'views.open': {
    token: 'bot',
    takes: ['trigger_id', 'view'],
    scopes: [],
    run: (call) => showModal(call, 'open'),
  },
  'views.push': {
    token: 'bot',
    takes: ['trigger_id', 'view'],
    scopes: [],
    run: (call) => showModal(call, 'push'),
  },
  'views.update': {
    token: 'bot',
    takes: ['view', 'view_id', 'external_id', 'hash'],
    scopes: [],
    run(call) {
      const { state, args } = call
      const checked = checkView(viewArgument(call), ['modal', 'home'])
      const target = { viewId: textArgument(args, 'view_id'), externalId: textArgument(args, 'external_id') }
      const view = state.views.update(target, checked, textArgument(args, 'hash'))
      const userId = state.views.ownerOf(view.id) ?? ''
      state.journal.tell({ kind: 'view', via: 'update', interaction: undefined, userId, view })
      return { view }
    },
  },
  'views.publish': {
    token: 'bot',
    takes: ['user_id', 'view', 'hash'],
    scopes: [],
    run(call) {
      const { state, args } = call
      const userId = textArgument(args, 'user_id') ?? ''
      if (!state.workspace.people.has(userId)) {
        throw pointedRefusal('invalid_arguments', ['user not found [json-pointer:/user_id]'])
      }
      const view = state.views.publish(
        userId,
        checkView(viewArgument(call), ['home']),
        textArgument(args, 'hash'),
      )
      state.journal.tell({ kind: 'home', userId, view })
      return { view }
    },
  },
}

/** The view is looked at first: a broken one leaves the trigger for a second try. */
function showModal(call: ApiCall, via: 'open' | 'push'): Json {
  const { state, args } = call
  const checked = checkView(viewArgument(call), ['modal'])
  const { userId, interaction } = state.triggers.use(textArgument(args, 'trigger_id'))
  const view = state.views[via](userId, checked)
  state.journal.tell({ kind: 'view', via, interaction, userId, view })
  return { view }
}

function viewArgument({ args }: ApiCall): unknown {
  return jsonArgument(args, 'view')
}
