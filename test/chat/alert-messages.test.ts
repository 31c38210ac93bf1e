// The message of an alert is one message on every platform, however long its titles: else it could not be edited.
import { expect, it } from 'vitest'
import { renderMessage as renderDiscord } from '../../src/chat/discord/render.ts'
import { renderMessage as renderSlack } from '../../src/chat/slack/render.ts'
import { DAY } from '../../src/core/calendar.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'
import { newRaisedAlert } from '../../src/core/raised-alert.ts'
import { tellAlert } from '../../src/core/tell-alert.ts'
import { alertMessage } from '../../src/locale/alert.ts'
import { clock, news, testAlert } from '../core/alert-news.ts'

const NOW = clock('10:00')

/** So many articles of so many stories, their titles and addresses as long as newsrooms ever make them. */
function articles(stories: number, publishers: number): readonly PlacedArticle[] {
  return Array.from({ length: stories }, (_, story) =>
    Array.from({ length: publishers }, (__, publisher) => {
      const id = `article-${story}-${publisher}`
      return {
        ...news({
          publisher: `Le Grand Journal de la Région numéro ${publisher}`,
          at: NOW - publisher,
          story: `s${story}`,
          id,
        }),
        title: `Sujet ${story} : ${'un titre qui n’en finit pas de dire ce que le sous-titre dirait mieux '.repeat(4)}`,
        text: Array.from(
          { length: 12 },
          (___, sentence) =>
            `La commission numéro ${story}${publisher}${sentence} a remis au ministre des Transports un rapport sur les ponts de la région ${publisher}, mardi matin.`,
        ).join(' '),
        url: `https://www.legrandjournal${publisher}.example/regions/${'un-morceau-d-adresse-'.repeat(5)}${id}.html`,
      }
    }),
  ).flat()
}

it.each([
  [1, 3, false, 'the usual one'],
  [1, 40, false, 'one that everybody tells'],
  [4, 3, false, 'four stories of a night'],
  [9, 3, false, 'nine of them'],
  [12, 1, true, 'twelve that have a name in common'],
  [4, 20, true, 'four that everybody tells'],
])('of %i stories by %i publishers is one message', (stories, publishers, isTogether, _why) => {
  const told = tellAlert({
    articles: articles(stories, publishers),
    feeds: [],
    zone: 'Europe/Paris',
    now: NOW,
    storyIds: Array.from({ length: stories }, (_, story) => `s${story}`),
    startedAt: NOW - DAY,
    reachedAt: NOW,
    isLate: stories > 1,
    isTogether,
    isLast: true,
  })
  const alert = testAlert({ title: 'Un titre d’alerte long comme un jour sans pain, et plus encore' })
  const raised = newRaisedAlert(alert, told, told, 0, NOW)
  const texts = new Map(articles(stories, publishers).map(({ id, text }) => [id, text]))
  const shown = told.stories.map(({ clashes: _clashes, ...story }) => ({
    ...story,
    sentences: story.brief.map((reference) => ({
      reference,
      text: texts.get(reference.articleId)?.slice(reference.start, reference.end) ?? '',
    })),
  }))
  const message = alertMessage({ ...raised, revision: 2, told: { ...told, stories: shown } }, true)
  expect(message.blocks.some(({ kind }) => kind === 'quote')).toBe(true)
  expect(renderDiscord(message, raised.id)).toHaveLength(1)
  expect(renderSlack(message)).toHaveLength(1)
})
