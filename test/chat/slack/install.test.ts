// Workspaces install the app by themselves: who comes in, who does not, and what their browser shows.
import { afterEach, describe, expect, it } from 'vitest'
import { french } from '../../../src/locale/sentence.ts'
import { SLACK_LOG } from '../../../src/locale/slack.ts'
import { install, type InstallScene, NANTES, openBrowser, openInstallScene } from './install-scene.ts'

let scene: InstallScene
afterEach(() => scene.close())

const titleOf = (page: string): string => /<h1>([^<]*)<\/h1>/u.exec(page)?.[1] ?? ''

describe('somebody who installs the app', () => {
  it('comes back to a page that says so, and the workspace is there from now on', async () => {
    scene = await openInstallScene()
    const { directory } = scene
    const home = await scene.startProcess()
    const done = await install(home, directory, NANTES)
    expect(done.status).toBe(200)
    expect(titleOf(await done.text())).toBe(french`Pressoir est installé dans « Rédaction de T0NANTES »`)
    expect(home.requests).toEqual([
      {
        kind: 'joined',
        from: expect.objectContaining({
          workspaceId: 'slack:T0NANTES',
          workspaceName: 'Rédaction de T0NANTES',
        }),
      },
    ])
    expect(directory.exchanges).toEqual(['code'])
    expect(await home.storage.installations.list()).toEqual([
      expect.objectContaining({ workspaceId: 'slack:T0NANTES' }),
    ])
  })

  it('finds the answer at any process of the program', async () => {
    scene = await openInstallScene()
    const one = await scene.startProcess()
    const other = await scene.startProcess()
    const browser = openBrowser(one)
    const back = scene.directory.approve(await browser.openInstallPage(), NANTES)
    expect((await browser.get(back, other)).status).toBe(200)
  })

  it.each<[string, number, string, (scene: InstallScene) => Promise<Response>]>([
    [
      'an answer that is given twice',
      400,
      'Ce lien n’est plus valable',
      async ({ startProcess, directory }) => {
        const browser = openBrowser(await startProcess())
        const question = await browser.openInstallPage()
        const state = new URL(question).searchParams.get('state') ?? ''
        const back = directory.approve(question, NANTES)
        const address = (await browser.get(back)).status === 200 ? back : ''
        const thief = openBrowser(await startProcess())
        await thief.openInstallPage()
        expect(state).toHaveLength(43)
        return thief.get(address)
      },
    ],
    [
      'a state that expired or that nobody gave, with the cookie that belongs to it',
      400,
      'Ce lien n’est plus valable',
      async ({ startProcess, directory }) => {
        const home = await startProcess()
        const browser = openBrowser(home)
        const back = directory.approve(await browser.openInstallPage(), NANTES)
        // Nobody waits ten minutes: the row is what expires.
        await home.storage.installations.addState({ digest: '', expiresAt: 1 }, Date.now() + 600_000)
        return browser.get(back)
      },
    ],
    [
      'the answer to somebody else’s question, which another browser brings',
      400,
      'Ce lien n’est plus valable',
      async ({ startProcess, directory }) => {
        const home = await startProcess()
        const back = directory.approve(await openBrowser(home).openInstallPage(), NANTES)
        return openBrowser(home).get(back)
      },
    ],
    [
      'an answer without a state',
      400,
      'Ce lien n’est plus valable',
      async ({ startProcess }) => openBrowser(await startProcess()).get('/slack/oauth_redirect?code=c'),
    ],
    [
      'no answer at all',
      400,
      'Ce lien n’est plus valable',
      async ({ startProcess }) => openBrowser(await startProcess()).get('/slack/oauth_redirect'),
    ],
    [
      'somebody who says no',
      200,
      'L’installation est abandonnée',
      async ({ startProcess, directory }) => {
        const browser = openBrowser(await startProcess())
        return browser.get(directory.decline(await browser.openInstallPage()))
      },
    ],
    [
      'a code that Slack does not take',
      502,
      'L’installation n’a pas abouti',
      async ({ startProcess, directory }) => {
        const browser = openBrowser(await startProcess())
        const back = directory.approve(await browser.openInstallPage(), NANTES)
        return browser.get(back.replace(/code=[^&]+/u, 'code=autre'))
      },
    ],
    [
      'an installation for a whole organisation',
      400,
      'Choisissez un seul espace',
      async ({ startProcess, directory }) => {
        const browser = openBrowser(await startProcess())
        return browser.get(directory.approve(await browser.openInstallPage(), NANTES, true))
      },
    ],
  ])('refuses %s, and keeps nothing', async (_why, status, title, act) => {
    scene = await openInstallScene()
    const answer = await act(scene)
    expect(answer.status).toBe(status)
    expect(titleOf(await answer.text())).toBe(title)
    const { storage } = await scene.startProcess()
    const installed = (await storage.installations.list()).length
    expect(installed).toBe(_why.includes('twice') ? 1 : 0)
    expect(scene.directory.liveTokens(NANTES)).toHaveLength(installed)
  })
})

describe('the log', () => {
  it.each([
    ['/slack/oauth_redirect?error=access_denied&state=s', 'info', 'declined'],
    ['/slack/oauth_redirect?code=c&state=s', 'info', 'stale'],
  ])('says of %s in one line that nobody was installed', async (path, level, reason) => {
    scene = await openInstallScene()
    const home = await scene.startProcess()
    await openBrowser(home).get(path)
    const data = expect.objectContaining({ reason })
    expect(home.log).toEqual([{ level, message: SLACK_LOG.notInstalled, data }])
  })
})

describe('the pages', () => {
  it.each([
    ['/slack/install', 200],
    ['/slack/oauth_redirect?error=access_denied&state=s', 200],
    ['/slack/oauth_redirect?code=c&state=s', 400],
    ['/slack/install/autre', 404],
    [`/slack/oauth_redirect?code=${'c'.repeat(3000)}`, 414],
  ])('%s is closed to scripts, frames and caches, and loads nothing from elsewhere', async (path, status) => {
    scene = await openInstallScene()
    const answer = await openBrowser(await scene.startProcess()).get(path)
    expect(answer.status).toBe(status)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u,
    )
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    const page = await answer.text()
    if (page === '') return
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page).toContain('<html lang="fr">')
    expect(page).not.toMatch(/<script|<form|<img|<link|<iframe|\son\w+=|@import|url\(/iu)
  })

  it('asks for the rights of the manifest and no others, in a cookie that scripts cannot read', async () => {
    scene = await openInstallScene()
    const home = await scene.startProcess()
    const answer = await fetch(`${home.address}/slack/install`)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/; Secure; HttpOnly; Path=\/; Max-Age=600$/u)
    const question = new URL(await openBrowser(home).openInstallPage())
    expect(question.searchParams.get('user_scope')).toBeNull()
    expect(question.searchParams.get('redirect_uri')).toBe('https://revue.exemple.fr/slack/oauth_redirect')
    expect(() => scene.directory.approve(question.href, NANTES)).not.toThrow()
  })

  it('writes what others call themselves as words, not as markup', async () => {
    scene = await openInstallScene()
    const { renderPage } = await import('../../../src/chat/slack/page.ts')
    const { installedPage } = await import('../../../src/locale/installation.ts')
    const page = renderPage(installedPage('<script>alert("x")</script>', 'https://a.example/"onclick=x'))
    expect(page).not.toMatch(/<script|"onclick/u)
  })

  it.each([['POST'], ['PUT'], ['HEAD']])('does not answer %s', async (method) => {
    scene = await openInstallScene()
    const { address } = await scene.startProcess()
    expect((await fetch(`${address}/slack/install`, { method })).status).toBe(405)
  })
})
