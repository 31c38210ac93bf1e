// What Slack's client shows, and whom it pings: tables for the judge of «nothing pings, nothing leaks».
import { describe, expect, it } from 'vitest'
import { visibleBlocks, visibleMessage, visibleMrkdwn, visibleView } from './visible-text.ts'

describe('mrkdwn', () => {
  it.each([
    ['*gras* et _penché_', 'gras et penché', ['bold', 'italic'], 'marks around words'],
    ['*_les deux_*', 'les deux', ['bold', 'italic'], 'one mark in another'],
    ['~barré~ `code`', 'barré code', ['code', 'strike'], 'strike and code'],
    ['(*gras*), « *gras* »', '(gras), « gras »', ['bold'], 'marks beside punctuation'],
    ['*gras* puis *gras*', 'gras puis gras', ['bold'], 'two of them'],
    ['l’*accent*', 'l’accent', ['bold'], 'after an apostrophe'],
    ['3*4*5 et a_b_c', '3*4*5 et a_b_c', [], 'marks inside words do nothing'],
    ['* pas gras * non', '* pas gras * non', [], 'marks beside blanks do nothing'],
    ['*\u200bgras*', '\u200bgras', ['bold'], 'a zero-width space is no blank'],
    ['*\u202fgras*', '\u202fgras', ['bold'], 'neither is a narrow no-break space, to be safe'],
    ['*ouvert\nfermé*', '*ouvert\nfermé*', [], 'a mark does not cross lines'],
    ['`*brut*`', '*brut*', ['code'], 'no marks inside code'],
    ['```*brut*\n> brut```', '*brut*\n> brut', ['preformatted'], 'no marks inside preformatted text'],
    ['> cité', 'cité', ['quote'], 'a quote'],
    ['&gt; cité', 'cité', ['quote'], 'an escaped quote is one too'],
    ['un\n>deux\ntrois', 'un\ndeux\ntrois', ['quote'], 'a quote of one line'],
    ['>>> un\ndeux', 'un\ndeux', ['quote'], 'a quote of all lines'],
    ['5 > 2', '5 > 2', [], 'no quote inside a line'],
    ['à 10:30:45', 'à 10:30:45', [], 'an hour is no emoji'],
    [':newspaper: la une', '📰 la une', ['emoji'], 'an emoji'],
    [':nom_inconnu:', ':nom_inconnu:', [], 'no emoji of that name'],
  ] as const)('shows %j as %j', (text, shown, formatting, _why) => {
    const visible = visibleMrkdwn(text)
    expect(visible.text).toBe(shown)
    expect(visible.formatting.toSorted()).toEqual([...formatting].toSorted())
    expect(visible.pings).toEqual([])
  })

  it.each([
    ['5 &lt; 6 &amp; 7', '5 < 6 & 7', 'the three entities'],
    ['&amp;lt;', '&lt;', 'resolved once'],
    ['&eacute; &#39; &nbsp;', '&eacute; &#39; &nbsp;', 'no others'],
    ['&lt;!channel&gt;', '<!channel>', 'an escaped mention is text'],
    ['&lt;@U012345&gt;', '<@U012345>', 'of a person too'],
    ['a < b et b > c', 'a < b et b > c', 'lonely signs stay'],
  ] as const)('resolves %j to %j and pings nobody', (text, shown, _why) => {
    expect(visibleMrkdwn(text)).toMatchObject({ text: shown, pings: [], links: [] })
  })

  it.each([
    ['<!channel> lisez', '@channel lisez', ['@channel'], 'everybody'],
    ['<!here|ici>', '@here', ['@here'], 'a label hides nothing'],
    ['<!everyone>', '@everyone', ['@everyone'], 'all'],
    ['<!group>', '@group', ['@channel'], 'the old word for it'],
    ['<@U012345> et <@W9>', '@U012345 et @W9', ['@U012345', '@W9'], 'people'],
    ['<@U012345|camille>', '@camille', ['@U012345'], 'somebody with a label'],
    ['<!subteam^S0123|@redaction>', '@redaction', ['@S0123'], 'a group'],
    ['<#C0123|une>', '#une', ['#C0123'], 'a channel'],
    ['`<!channel>`', '@channel', ['@channel'], 'inside code, to be safe'],
    ['```<@U1>```', '@U1', ['@U1'], 'inside preformatted text, to be safe'],
    ['*<!here>*', '@here', ['@here'], 'inside bold'],
    ['@channel', '@channel', [], 'bare names sleep in a text'],
    ['&amp;<!channel>', '&@channel', ['@channel'], 'after an entity'],
  ] as const)('hears %j', (text, shown, pings, _why) => {
    expect(visibleMrkdwn(text)).toMatchObject({ text: shown, pings })
  })

  it.each([
    ['<https://presse.fr|la une>', 'la une', ['https://presse.fr'], 1, 'a label'],
    ['<https://presse.fr>', 'https://presse.fr', ['https://presse.fr'], 0, 'no label'],
    ['*<https://presse.fr|la une>*', 'la une', ['https://presse.fr'], 1, 'inside bold'],
    [
      'lire https://presse.fr/a_b_c.',
      'lire https://presse.fr/a_b_c.',
      ['https://presse.fr/a_b_c'],
      0,
      'bare',
    ],
    ['<https://a.fr?x=1&amp;y=2|a>', 'a', ['https://a.fr?x=1&y=2'], 1, 'an entity in an address'],
    ['<mailto:a@b.fr|écrire>', 'écrire', ['mailto:a@b.fr'], 1, 'mail'],
    ['<javascript:alert(1)|oui>', 'oui', ['javascript:alert(1)'], 1, 'any scheme counts, to be safe'],
    ['<pas une adresse|oui>', '<pas une adresse|oui>', [], 0, 'no address'],
    [
      '[une](https://piege.fr)',
      '[une](https://piege.fr)',
      ['https://piege.fr'],
      0,
      'Markdown is no link, its address is',
    ],
    ['<!date^1^{date}^https://a.fr|hier>', 'hier', ['https://a.fr'], 1, 'a date with a link'],
  ] as const)('follows %j', (text, shown, links, labelled, _why) => {
    const visible = visibleMrkdwn(text)
    expect(visible).toMatchObject({ text: shown, links })
    expect(visible.labelledLinks).toHaveLength(labelled)
  })
})

const plain = (text: string) => ({ type: 'plain_text', text })
const section = (text: object) => [{ type: 'section', text }]
const rich = (...elements: readonly object[]) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
]

describe('blocks', () => {
  it.each([
    [
      { type: 'plain_text', text: '*a* <!channel> https://a.fr :fire:' },
      '*a* <!channel> https://a.fr :fire:',
      'as it is',
    ],
    [{ type: 'plain_text', text: ':fire:', emoji: true }, '🔥', 'emoji when asked for'],
    [{ type: 'plain_text', text: '&amp;lt; &lt;' }, '&lt; <', 'entities in every text object'],
  ] as const)('shows the plain text %j as %j and nothing lives', (text, shown, _why) => {
    expect(visibleBlocks(section(text))).toMatchObject({ text: shown, pings: [], links: [] })
  })

  it.each([
    [{ type: 'mrkdwn', text: '@channel https://a.fr' }, ['@channel'], ['https://a.fr'], 'both come alive'],
    [{ type: 'mrkdwn', text: '@channel https://a.fr', verbatim: true }, [], [], 'verbatim keeps both quiet'],
    [{ type: 'mrkdwn', text: '<!channel>', verbatim: true }, ['@channel'], [], 'but not what is in brackets'],
    [{ type: 'mrkdwn', text: 'ab@channel.fr' }, [], [], 'no name inside a word'],
  ] as const)('reads %j', (text, pings, links, _why) => {
    expect(visibleBlocks(section(text))).toMatchObject({ pings, links })
  })

  it.each([
    [
      { type: 'text', text: '*a* <!channel> &amp; :fire: https://a.fr' },
      '*a* <!channel> &amp; :fire: https://a.fr',
      [],
    ],
    [{ type: 'user', user_id: 'U1' }, '@U1', ['@U1']],
    [{ type: 'usergroup', usergroup_id: 'S1' }, '@S1', ['@S1']],
    [{ type: 'broadcast', range: 'here' }, '@here', ['@here']],
    [{ type: 'channel', channel_id: 'C1' }, '#C1', ['#C1']],
    [{ type: 'emoji', name: 'fire' }, '🔥', []],
    [{ type: 'date', timestamp: 1, format: '{date}', fallback: 'jeudi' }, 'jeudi', []],
  ] as const)('shows the rich text %j as %j', (element, shown, pings) => {
    expect(visibleBlocks(rich(element))).toMatchObject({ text: shown, pings, links: [] })
  })

  it('tells the styles, lists, quotes and links of rich text', () => {
    const link = { type: 'link', url: 'https://a.fr', text: 'la une', style: { bold: true, italic: false } }
    const list = {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [{ type: 'rich_text_section', elements: [link] }],
    }
    const quote = { type: 'rich_text_quote', elements: [{ type: 'text', text: 'cité' }] }
    expect(visibleBlocks([{ type: 'rich_text', elements: [list, quote] }])).toMatchObject({
      text: 'la une\ncité',
      links: ['https://a.fr'],
      labelledLinks: [{ label: 'la une', address: 'https://a.fr' }],
      formatting: ['list', 'bold', 'quote'],
    })
  })

  it('shows what buttons, menus, pictures and fields say', () => {
    const option = { text: plain('Le Monde'), value: 'lm' }
    const visible = visibleView({
      type: 'modal',
      title: plain('Titre'),
      submit: plain('Envoyer'),
      blocks: [
        { type: 'header', text: plain('En-tête') },
        { type: 'image', image_url: 'https://a.fr/i.png', alt_text: 'Un pont' },
        { type: 'section', fields: [plain('Un'), plain('Deux')] },
        {
          type: 'input',
          label: plain('Flux'),
          element: { type: 'static_select', placeholder: plain('Choisir'), options: [option] },
        },
        { type: 'actions', elements: [{ type: 'button', text: plain('Lire'), url: 'https://a.fr' }] },
        { type: 'divider' },
        { type: 'context', elements: [{ type: 'mrkdwn', text: '*petit*', verbatim: true }] },
      ],
    })
    expect(visible.text.split('\n')).toEqual([
      'Titre',
      'En-tête',
      'Un pont',
      'Un',
      'Deux',
      'Flux',
      'Choisir',
      'Le Monde',
      'Lire',
      'petit',
      'Envoyer',
    ])
    expect(visible).toMatchObject({ images: ['https://a.fr/i.png'], links: ['https://a.fr'] })
  })
})

describe('a message', () => {
  it('shows its text without blocks, its blocks with them, and pings from both', () => {
    const blocks = section({ type: 'plain_text', text: 'dans les blocs' })
    const text = '<!channel> <https://a.fr|dans le texte>'
    expect(visibleMessage({ text })).toMatchObject({
      text: '@channel dans le texte',
      links: ['https://a.fr'],
    })
    expect(visibleMessage({ text, blocks })).toMatchObject({
      text: 'dans les blocs',
      links: [],
      pings: ['@channel'],
    })
  })

  it('pings bare names when it links names', () => {
    expect(visibleMessage({ text: '@everyone', linksNames: true }).pings).toEqual(['@everyone'])
  })

  it.each([
    ['un\u202Edeux', ['U+202E'], 'turns the text around'],
    ['un\u200Bdeux\u200B', ['U+200B'], 'shows nothing'],
    ['un\u0007', ['U+0007'], 'a bell'],
    ['« un »\u00A0!\ndeux\u202F;', [], 'spaces and line breaks are no secret'],
  ] as const)('tells what hides in %j', (text, hidden, _why) => {
    expect(visibleMessage({ text }).hidden).toEqual(hidden)
  })
})
