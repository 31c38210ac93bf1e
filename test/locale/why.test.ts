// What became of an article, as it is read: each fate is one sentence behind the name of its edition.
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../src/core/edition.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'
import type { Fate } from '../../src/core/trace.ts'
import { whyMessage } from '../../src/locale/why.ts'

const NOW = Date.parse('2026-03-17T08:00:00Z')
const WHEN = { now: NOW, zone: 'Europe/Paris' }

function article(more: Partial<PlacedArticle> = {}): PlacedArticle {
  return {
    id: 'a',
    feedId: 'phare',
    publisher: 'Le Phare',
    rubric: '',
    title: 'Le pont de Vernay rouvre',
    url: 'https://lephare.example/pont',
    lead: '',
    text: '',
    publishedAt: NOW,
    firstSeenAt: NOW,
    version: 1,
    placement: { articleId: 'a', storyId: 's' },
    appearances: [],
    ...more,
  }
}

const EDITION: Edition = {
  id: 'matin@2026-03-17T07:00:00.000Z',
  digestName: 'matin',
  title: 'La revue du matin',
  zone: 'Europe/Paris',
  slotAt: NOW,
  madeAt: NOW,
  since: NOW,
  until: NOW,
  articleCount: 3,
  foldedCount: 0,
  stories: [],
}

/** With the blanks that are typed on a keyboard. */
function told(fates: readonly Fate[], members = [article()]): string {
  const considered = fates.map((fate) => ({
    edition: EDITION,
    fate,
    rank: undefined,
    sentences: [],
    into: undefined,
    filtered: undefined,
    toldBy: undefined,
  }))
  const explained = {
    article: article(),
    feedTitles: ['Le Phare'],
    members,
    repeats: undefined,
    tie: undefined,
  }
  const { blocks } = whyMessage({ ...explained, considered }, WHEN)
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph' ? [block.spans] : block.kind === 'list' ? block.items : [],
    )
    .map((spans) => spans.map(({ text }) => text).join(''))
    .join('\n')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
}

describe('why an article is not in an edition', () => {
  it.each<[Fate, string]>([
    [{ kind: 'muted' }, 'écarté, car son sujet est masqué.'],
    [{ kind: 'filtered-by', filter: 'feeds' }, 'écarté, car son flux n’est pas de ceux de la revue.'],
    [{ kind: 'filtered-by', filter: 'rubrics' }, 'écarté, car sa rubrique n’est pas de celles de la revue.'],
    [{ kind: 'filtered-by', filter: 'words' }, 'écarté par les mots que la revue demande ou refuse.'],
    [{ kind: 'too-old' }, 'écarté, car paru bien avant la période que l’édition raconte.'],
    [{ kind: 'out-of-reach' }, 'pas examiné, car la revue ne lit pas son flux.'],
    [{ kind: 'cut-for-length', rank: undefined, limit: 7 }, 'écarté, car l’édition s’arrête à 7 sujets.'],
    [
      { kind: 'cut-for-length', rank: 12, limit: 7 },
      'son sujet est classé 12e, mais l’édition s’arrête à 7 sujets.',
    ],
  ])('%j: %s', (fate, expected) =>
    expect(told([fate])).toContain(`La revue du matin, aujourd’hui à 9 h : ${expected}`),
  )
})

it('calls the first article of a story the first that was read: others may have been published before', () => {
  expect(told([], [article(), article({ id: 'b' })])).toContain(
    'Premier article lu de son sujet, rejoint par 1 autre.',
  )
})
