// Documents damaged at random: cut, doubled, spliced, spiced with what parsers trip over. Knows no parser.
import * as fc from 'fast-check'

/** What parsers trip over. */
const SPICES: readonly string[] = [
  ...'< > & " \' ; = / <! <!-- --> <![CDATA[ ]]> <? ?> </ /> [ ] { } \\ \u0000 \uFEFF \uD800 \uDFFF \u202E \u200B \u00A0'.split(
    ' ',
  ),
  ...'<item> </item> <item/> <entry> </entry> <title> </title> <channel> </channel> <rss> </rss> <html> <p> </p> <div> </div>'.split(
    ' ',
  ),
  ...'<script> </script> <style> </style> <textarea> <svg> </svg> <br> <table> <td> <li> <b> <a> </a> <title/>'.split(
    ' ',
  ),
  ...'&amp; &lt; &#xD800; &#x110000; &#0; &eacute &lieu; &amp;lt;b&amp;gt; %zz \\u0000 \\ud800 \\" __proto__'.split(
    ' ',
  ),
  ...'99999999999999 0000-00-00 +999999-01-01 javascript:alert(1) file:///etc/passwd http://[::1]/ @everyone <!channel>'.split(
    ' ',
  ),
  ' ',
  '\n',
  '\t',
  '- ',
  '... ',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  ' xmlns:a="b"',
  ' itemprop="articleBody"',
  '{"@type":"Article","articleBody":',
]

type Mutation =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string; readonly times: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | { readonly kind: 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'splice'; readonly at: number; readonly other: number }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const spice = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...SPICES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const times = fc.oneof(
  { weight: 8, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 3000 }) },
)

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: place, text: spice, times }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length: fc.nat(40) }),
  fc.record({ kind: fc.constant('double' as const), at: place, length: fc.nat(200) }),
  fc.record({ kind: fc.constant('splice' as const), at: place, other: place }),
)

/** One of the seeds after some mutations. */
export function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 8 })
  return fc
    .tuple(fc.constantFrom(...seeds), fc.constantFrom(...seeds), mutations)
    .map(([seed, other, steps]) => steps.reduce((text, step) => apply(text, other, step), seed))
}

function apply(text: string, other: string, step: Mutation): string {
  const at = Math.floor(step.at * text.length)
  switch (step.kind) {
    case 'insert':
      return text.slice(0, at) + step.text.repeat(step.times) + text.slice(at)
    case 'drop':
      return text.slice(0, at) + text.slice(at + step.length)
    case 'double':
      return text.slice(0, at + step.length) + text.slice(at)
    case 'splice':
      return text.slice(0, at) + other.slice(Math.floor(step.other * other.length))
    default:
      return step satisfies never
  }
}
