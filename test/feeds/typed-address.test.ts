// What people type and paste, as the addresses that they mean.
import { describe, expect, it } from 'vitest'
import { typedAddresses, withoutFeedScheme } from '../../src/feeds/typed-address.ts'

const BOTH = ['https://www.lephare.example/rss', 'http://www.lephare.example/rss']

describe('typedAddresses', () => {
  it.each([
    ['https://www.lephare.example/rss', 'as it is'],
    ['  https://www.lephare.example/rss\n', 'with spaces around it'],
    ['feed:https://www.lephare.example/rss', 'as browsers hand feeds over'],
    ['<https://www.lephare.example/rss>', 'as Discord is asked to show no preview'],
    ['<https://www.lephare.example/rss|https://www.lephare.example/rss>', 'as Slack wraps it'],
    ['<https://www.lephare.example/rss|le flux>', 'as Slack wraps a link with words'],
    ['[le flux](https://www.lephare.example/rss)', 'as Markdown writes it'],
    ['«\u202Fhttps://www.lephare.example/rss\u202F»', 'between guillemets'],
    ['(https://www.lephare.example/rss)', 'between brackets'],
    ['https://www.lephare.example/rss.', 'at the end of a sentence'],
    ['Ajoutez https://www.lephare.example/rss, merci…', 'within a sentence'],
    ['\u200Bhttps://www.lephare.example/rss\uFEFF', 'with invisible marks'],
    ['https//www.lephare.example/rss', 'without its colon'],
    ['https:/www.lephare.example/rss', 'without a stroke'],
    ['http://https://www.lephare.example/rss', 'pasted behind what stood there'],
    ['HTTPS://www.lephare.example/rss', 'in capitals'],
    ['view-source:https://www.lephare.example/rss', 'from the window of a curious reader'],
  ])('reads «%s»', (typed, _why) => expect(typedAddresses(typed)).toEqual([BOTH[0]]))

  it.each([
    ['www.lephare.example/rss', 'bare'],
    ['feed://www.lephare.example/rss', 'as Safari writes feeds'],
    ['feed:www.lephare.example/rss', 'with half a scheme'],
    ['//www.lephare.example/rss', 'as pages write it'],
    ['<http://www.lephare.example/rss|www.lephare.example/rss>', 'typed bare, wrapped by Slack'],
  ])('tries https before http for «%s»', (typed, _why) => expect(typedAddresses(typed)).toEqual(BOTH))

  it.each([
    [
      'lephare.example',
      ['https://lephare.example', 'http://lephare.example', 'https://www.lephare.example'],
      'a bare name may want its www',
    ],
    ['localhost:8080', ['https://localhost:8080', 'http://localhost:8080'], 'a port is no scheme'],
    ['10.0.0.1/rss', ['https://10.0.0.1/rss', 'http://10.0.0.1/rss'], 'left to the guard of addresses'],
    ['http://[::1]/', ['http://[::1]/'], 'left to the guard of addresses'],
    [
      'Le Phare : phare.écho.example.',
      ['https://phare.écho.example', 'http://phare.écho.example'],
      'accents',
    ],
    ['https://lephare.example/a?b=1&amp;c=2', ['https://lephare.example/a?b=1&c=2'], 'Slack escapes &'],
    [
      'https://lephare.example/wiki/Lune_(astre)',
      ['https://lephare.example/wiki/Lune_(astre)'],
      'a bracket of its own',
    ],
    ['ftp://lephare.example/rss', ['ftp://lephare.example/rss'], 'its refusal is told by whoever fetches'],
    ['file:///etc/passwd', ['file:///etc/passwd'], 'its refusal is told by whoever fetches'],
    ['javascript:alert(1)', ['javascript:alert(1)'], 'its refusal is told by whoever fetches'],
  ])('reads «%s»', (typed, addresses, _why) => expect(typedAddresses(typed)).toEqual(addresses))

  it.each([
    ['', 'nothing'],
    ['le phare', 'words'],
    ['lephare', 'a name without a dot'],
    ['redaction@lephare.example', 'a mailbox'],
    ['version 12.5', 'a number'],
    ['https://', 'a scheme alone'],
    ['phare'.repeat(2000), 'a very long word'],
  ])('finds no address in «%s»', (typed, _why) => expect(typedAddresses(typed)).toEqual([]))
})

describe('withoutFeedScheme', () => {
  it.each([
    ['feed:https://lephare.example/rss', 'https://lephare.example/rss'],
    ['feed://lephare.example/rss', 'https://lephare.example/rss'],
    ['/rss', '/rss'],
    ['https://lephare.example/feed:1', 'https://lephare.example/feed:1'],
  ])('makes %s %s', (address, bare) => expect(withoutFeedScheme(address)).toBe(bare))
})
