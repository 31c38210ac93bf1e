// What a site adds to every title of a section: its articles tell of one thing each, and share all of their vocabulary.
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import type { StoryArticle } from '../../src/core/story.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'

const AT = Date.UTC(2026, 10, 16, 6)
const TAIL = ' : actualité du vélo, essais, nouveautés'

function article(id: string, title: string, text: string, hours = 0): StoryArticle {
  return { id, title, lead: '', text, publishedAt: AT + hours * HOUR }
}

const MISTRAL = article(
  'mistral',
  'Salon de Nantes : Cyclone Mistral',
  `Le Cyclone Mistral a été dévoilé lundi au salon du cycle de Nantes, devant la presse. Ce vélo électrique reçoit un
  cadre en acier, une batterie de 500 Wh logée dans le tube et un moteur central. L’autonomie annoncée est de 90
  kilomètres. Les commandes sont ouvertes.`,
  1,
)
const GALERNE = article(
  'galerne',
  'Salon de Nantes : vélo Tramontis Galerne',
  `La marque Tramontis montre le Galerne au salon du cycle de Nantes. Le vélo électrique garde le moteur central de son
  aîné, mais sa batterie passe à 625 Wh pour une autonomie de 120 kilomètres. Son porte-bagages accepte deux sacoches,
  et sa selle est cousue dans la Sarthe.`,
  2,
)
const MISTRAL_AGAIN = article(
  'mistral-tarif',
  `Le Cyclone Mistral vendu 2 900 euros`,
  `Montré au salon du cycle de Nantes, le Cyclone Mistral coûtera 2 900 euros. Les premiers exemplaires du vélo
  électrique de Cyclone seront livrés en mars, a dit la marque, qui attend 4 000 commandes du Mistral cette année.`,
  20,
)

/** Enough titles of the section for its tail to be known as one. */
const EARLIER = [
  [
    'guidon',
    'Guidon de course : notre comparatif',
    'Nous avons monté cinq guidons de course sur un même cadre.',
  ],
  ['casque', 'Le casque pliant de Bréhat', 'Un atelier de Bréhat coud des casques qui se plient.'],
  ['antivol', 'Antivols : la norme change', 'La norme des antivols change en janvier, selon le ministère.'],
].map(([id = '', title = '', text = '']) => article(id, title, text))

const withTail = (one: StoryArticle): StoryArticle => ({ ...one, title: one.title + TAIL })

function storiesOf(articles: readonly StoryArticle[]): readonly string[] {
  const shelf = createStoryShelf()
  return articles.map((one) => shelf.place(one).storyId)
}

describe('articles of one section of a site', () => {
  it('are apart where each tells of another thing', () => {
    const [, , , mistral, galerne] = storiesOf([...EARLIER, MISTRAL, GALERNE].map(withTail))
    expect(galerne).not.toBe(mistral)
  })

  it('are together where both tell of the same thing', () => {
    const [, , , mistral, again] = storiesOf([...EARLIER, MISTRAL, MISTRAL_AGAIN].map(withTail))
    expect(again).toBe(mistral)
  })

  it('would be together but for the section', () => {
    const [, , , mistral, galerne] = storiesOf([...EARLIER, MISTRAL, GALERNE])
    expect(galerne).toBe(mistral)
  })
})
