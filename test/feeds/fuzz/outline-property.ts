// What holds of lists of feeds whatever they are: as a property with a seed. Starts nothing by itself.
import * as fc from 'fast-check'
import { feedId } from '../../../src/core/article-identity.ts'
import { MOST_OUTLINE_FEEDS, type Outline } from '../../../src/core/outline.ts'
import { readOpml, writeOpml } from '../../../src/feeds/opml.ts'
import { check, checkStrings, readInTime } from './checks.ts'
import { mutated } from './mutations.ts'

const opml = (inside: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<opml version="2.0"><head><title>Mes flux</title></head><body>${inside}</body></opml>`

const OUTLINES: readonly string[] = [
  opml(
    '<outline text="Régions"><outline text="Le Phare" type="rss" xmlUrl="https://lephare.example/rss?a=1&amp;b=2" htmlUrl="https://lephare.example/"/><outline text="L’Écho" xmlUrl="feed:lecho.example/une"/></outline>',
  ),
  opml(
    '<outline title="Le Quai" xmlUrl=\'http://quai.example/rss\' category="/Presse/Mer,/Port"/><outline type="include" url="http://quai.example/autres.opml"/><outline xmlUrl="https://lecteur:secret@quai.example/prive"/>',
  ),
  opml(
    '<outline text="&lieu;" xmlUrl="https://valmer.example/&lieu;.xml"/><!-- <outline xmlUrl="https://cache.example/"/> --><outline text="Local" xmlUrl="http://192.168.0.1/rss"/>',
    '<!DOCTYPE opml [<!ENTITY lieu "Valmer">]>',
  ),
]

function checkOutline({ feeds, refused, title }: Outline): void {
  checkStrings({ feeds, refused, title })
  check(feeds.length <= MOST_OUTLINE_FEEDS, `${feeds.length} feeds`)
  check(new Set(feeds.map(({ address }) => feedId(address))).size === feeds.length, 'a feed twice')
  for (const { address } of feeds) {
    const url = URL.parse(address)
    check(url !== null && /^https?:$/.test(url.protocol), `the address ${address}`)
    check(url?.username === '' && url.password === '', `a password in ${address}`)
  }
}

function addresses(list: Outline | undefined): string {
  const told = (list?.feeds ?? []).map(({ address }) => address)
  return told.toSorted().join('\n')
}

/** What was read is written and read back the same. */
export function outlineReader(): fc.IPropertyWithHooks<[string]> {
  return fc.property(mutated(OUTLINES), (text) => {
    const outline = readInTime(() => readOpml(Buffer.from(text, 'utf8')))
    if (outline === undefined) return
    checkOutline(outline)
    const again = readOpml(Buffer.from(writeOpml(outline, 0), 'utf8'))
    check(addresses(again) === addresses(outline), `${addresses(outline)} is written as ${addresses(again)}`)
  })
}
