// Identity of articles: what feeds do to guids, addresses and dates, and what stays the same article.
import { describe, expect, it } from 'vitest'
import {
  articleId,
  composeText,
  feedId,
  fingerprint,
  identityKeys,
  identityKeysOfAll,
  type IdentifiableItem,
} from '../../src/core/article-identity.ts'

const BODY = `Le conseil municipal de Saint-Aubin a voté lundi soir la gratuité des bus pour les moins de 26 ans.
La mesure entrera en vigueur en janvier.`

function item(changes: Partial<IdentifiableItem> = {}): IdentifiableItem {
  return {
    guid: 'https://journal.test/saint-aubin/bus-gratuits_412.html',
    url: 'https://journal.test/saint-aubin/bus-gratuits_412.html',
    title: 'Saint-Aubin : les bus gratuits pour les moins de 26 ans',
    lead: '',
    text: BODY,
    ...changes,
  }
}

function keysOf(one: IdentifiableItem, document: readonly IdentifiableItem[] = []): readonly string[] {
  const others = document.filter((other) => other !== one)
  return identityKeysOfAll([one, ...others], 'flux', 'Le Journal')[0] ?? []
}

function shared(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((key) => other.includes(key)).map((key) => key.split(':')[0] ?? '')
}

describe('feedId', () => {
  it.each([
    ['https://journal.test/rss', 'http://journal.test/rss', 'http and https'],
    ['https://journal.test/rss', 'https://JOURNAL.test/rss/', 'case of the host, final slash'],
    ['https://journal.test/rss', '  https://journal.test/rss#haut ', 'blanks and a fragment'],
  ])('is one for %s and %s', (one, other, _why) => expect(feedId(one)).toBe(feedId(other)))

  it.each([
    ['https://journal.test/rss?rubrique=sport', 'https://journal.test/rss?rubrique=culture'],
    ['https://journal.test/rss', 'https://journal.test:8443/rss'],
    ['https://journal.test/RSS', 'https://journal.test/rss'],
  ])('tells %s from %s', (one, other) => expect(feedId(one)).not.toBe(feedId(other)))

  it('is 16 hexadecimal digits, even of no address', () => {
    expect([feedId('https://journal.test/rss'), feedId('pas une adresse')]).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ])
  })
})

describe('identityKeys', () => {
  it('gives guid, address and words, most trusted first', () => {
    expect(keysOf(item())).toEqual([
      'guid:flux:https://journal.test/saint-aubin/bus-gratuits_412.html',
      'url:https://journal.test/saint-aubin/bus-gratuits_412.html',
      expect.stringMatching(/^print:le journal:[0-9a-f]{16}$/),
    ])
  })

  it.each([
    [
      { guid: `${item().guid}#xtor=RSS-3-[titres]` },
      ['guid', 'url', 'print'],
      'franceinfo: a tracker in the guid',
    ],
    [
      { guid: `${item().guid}?utm_source=rss&at_medium=flux` },
      ['guid', 'url', 'print'],
      'trackers as parameters',
    ],
    [
      { guid: 'Saint-Aubin : bus gratuits' },
      ['url', 'print'],
      'a guid that holds the headline, which changed',
    ],
    [{ url: 'https://m.journal.test/412' }, ['guid', 'print'], 'the address moved'],
    [{ title: 'Bus gratuits à Saint-Aubin' }, ['guid', 'url'], 'an edit of the title'],
    [{ guid: undefined, url: undefined }, ['print'], 'neither guid nor address'],
    [{ guid: '412', url: 'https://journal.test/412', title: 'Autre', text: 'Autre' }, [], 'another article'],
  ])('with %o still shares %o', (changes, expected, _why) => {
    expect(shared(keysOf(item()), keysOf(item(changes)))).toEqual(expected)
  })

  it('keeps guids of two feeds apart', () => {
    const elsewhere = identityKeys(item({ url: undefined, text: 'Autre' }), 'autre-flux', 'Le Journal')
    expect(shared(keysOf(item()), elsewhere)).toEqual([])
  })

  it.each([
    [
      'guid',
      { guid: '0', url: 'https://journal.test/1' },
      { guid: '0', url: 'https://journal.test/2' },
      'one for all',
    ],
    ['guid', { guid: '0', url: undefined }, { guid: '0', url: undefined }, 'one for all, without addresses'],
    [
      'url',
      { guid: 'a', url: 'https://journal.test/' },
      { guid: 'b', url: 'https://journal.test/' },
      'the home page',
    ],
    [
      'url',
      { guid: undefined, url: 'https://journal.test/' },
      { guid: undefined, url: 'https://journal.test/' },
      'only that',
    ],
  ])('takes no %s that stands for two articles in one document', (kind, changes, otherChanges, _why) => {
    const first = item(changes)
    const second = item({
      ...otherChanges,
      title: 'Handball : Nantes s’impose',
      text: 'Un tout autre texte.',
    })
    const keys = [first, second].map((one) => keysOf(one, [first, second]))
    expect(keys.flat().filter((key) => key.startsWith(`${kind}:`))).toEqual([])
    expect(shared(keys[0] ?? [], keys[1] ?? [])).toEqual([])
  })

  it('trusts a guid that comes twice with one title', () => {
    const again = item({ guid: `${item().guid}#xtor=RSS-1`, url: 'https://journal.test/bus?page=2' })
    expect(keysOf(item(), [item(), again])[0]).toMatch(/^guid:/)
  })

  it('does not take two items for one because both say «La météo de demain»', () => {
    const [monday, tuesday] = ['https://journal.test/1', 'https://journal.test/2'].map((url) =>
      keysOf(item({ guid: undefined, url, title: 'La météo de demain', text: '' })),
    )
    expect(shared(monday ?? [], tuesday ?? [])).toEqual([])
  })

  it('names an item by its lead when it has no text', () => {
    const lead = 'Le conseil municipal a voté lundi soir la gratuité des bus pour tous les moins de 26 ans.'
    const [one, other] = [item({ lead, text: '' }), item({ lead: `${lead} Par une voix.`, text: '' })]
    expect(shared(keysOf(one), keysOf(other))).toEqual(['guid', 'url'])
  })
})

describe('articleId', () => {
  it('is made of the most trusted key', () => {
    expect(articleId(['guid:flux:1', 'url:a'])).toBe(articleId(['guid:flux:1', 'url:b']))
    expect(articleId(['guid:flux:1'])).not.toBe(articleId(['guid:flux:2']))
    expect(articleId(['guid:flux:1'])).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe('fingerprint', () => {
  it.each([
    ['Bus gratuits à Saint-Aubin !', BODY, 'an exclamation mark'],
    ['Bus gratuits à Saint-Aubin', BODY.replaceAll('\n', '  '), 'blanks'],
    ['BUS GRATUITS A SAINT-AUBIN', BODY.normalize('NFD'), 'case, accents and their encoding'],
  ])('does not notice « %s »', (title, text, _why) => {
    expect(fingerprint(title, text)).toBe(fingerprint('Bus gratuits à Saint-Aubin', BODY))
  })

  it.each([
    ['Bus gratuits à Saint-Aubin', BODY.replace('26', '25'), 'a figure'],
    ['Bus payants à Saint-Aubin', BODY, 'a word of the title'],
    ['Bus gratuits à Saint-Aubin', `${BODY} L’opposition a voté contre.`, 'a new sentence'],
    ['Bus gratuits à', `Saint-Aubin ${BODY}`, 'words that pass from the title to the text'],
  ])('notices « %s »', (title, text, _why) => {
    expect(fingerprint(title, text)).not.toBe(fingerprint('Bus gratuits à Saint-Aubin', BODY))
  })
})

describe('composeText', () => {
  const LEAD = 'La gratuité coûtera 300 000 euros par an à la commune.'
  it.each([
    [LEAD, BODY, `${LEAD}\n\n${BODY}`, 'the lead is a paragraph of its own'],
    ['', BODY, BODY, 'no lead'],
    [LEAD, '', LEAD, 'no body'],
    ['', '', '', 'nothing'],
    [LEAD, `${LEAD} ${BODY}`, `${LEAD} ${BODY}`, 'the body begins with it'],
    [LEAD.toUpperCase(), `${BODY}\n\n${LEAD}`, `${BODY}\n\n${LEAD}`, 'the body holds it, in other letters'],
    ['Le conseil municipal de Saint-Aubin a voté lundi so', BODY, BODY, 'cut in the middle of a word'],
    ['À Saint-Aubin, les bus sont gratuits pour les…', BODY, BODY, 'cut with an ellipsis'],
    ['À Saint-Aubin, les bus sont gratuits [...]', BODY, BODY, 'cut with brackets'],
    ['À Saint-Aubin, les bus sont gratuits. Lire la suite »', BODY, BODY, 'with a link to the rest'],
    [
      'À Saint-Aubin, les bus sont gratuits…',
      '',
      'À Saint-Aubin, les bus sont gratuits…',
      'cut, and nothing else',
    ],
    [`${BODY} ${LEAD}`, BODY, `${BODY} ${LEAD}`, 'the body is the shorter one'],
  ])('of « %.30s » and « %.20s »', (lead, body, expected, _why) => {
    expect(composeText(lead, body)).toBe(expected)
  })
})
