// Stories: which articles tell one event, as they come, and what the shelf remembers.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { pointOf, type StoryArticle } from '../../src/core/story.ts'
import { likeness, STORY_SPAN } from '../../src/core/story-likeness.ts'
import { IS_NAME, readStory } from '../../src/core/story-reading.ts'
import { readStoryWords } from '../../src/core/story-words.ts'
import { createStoryShelf, type PlacementReason, STORY_MEMORY } from '../../src/core/story-shelf.ts'

const AT = Date.UTC(2026, 10, 16, 6)

function article(id: string, title: string, text: string, publishedAt = AT, lead = ''): StoryArticle {
  return { id, title, lead, text, publishedAt }
}

const FIRE = article(
  'incendie',
  'Saint-Nazaire : un entrepôt de la société Kerval ravagé par un incendie',
  `Un incendie a détruit dimanche soir un entrepôt de la société Kerval, dans la zone portuaire de Saint-Nazaire. Une
centaine de pompiers ont lutté toute la nuit contre les flammes. Le bâtiment abritait des pneus et des solvants. Une
épaisse fumée noire a recouvert le quartier de Méan, dont les habitants ont été confinés.`,
)
const FIRE_PREFECT = article(
  'prefet',
  'Incendie de Saint-Nazaire : le préfet lève le confinement des habitants',
  `Les habitants du quartier de Méan peuvent sortir de chez eux. Le préfet de Loire-Atlantique a levé lundi midi le
confinement décidé après l’incendie de l’entrepôt Kerval. Les mesures faites autour du port ne montrent aucune
pollution dangereuse, mais la baignade reste interdite. Les pompiers surveillent les derniers foyers.`,
  AT + 12 * HOUR,
)
const FIRE_INQUIRY = article(
  'enquete',
  'Entrepôt Kerval à Saint-Nazaire : une enquête ouverte sur le stockage des solvants',
  `Le parquet de Saint-Nazaire a ouvert mardi une enquête pour mise en danger de la vie d’autrui après l’incendie qui
a détruit l’entrepôt de Kerval. La société n’aurait pas déclaré tous les solvants qu’elle stockait dans la zone
portuaire. Son directeur, Paul Méreau, assure avoir respecté les règles. Les riverains de Méan veulent des analyses.`,
  AT + 36 * HOUR,
)
const FIRE_NEIGHBOURS = article(
  'riverains',
  'À Méan, les riverains de l’entrepôt Kerval demandent des comptes',
  `Ils étaient deux cents devant la mairie de Saint-Nazaire, mercredi soir, avec des masques et des pancartes. « On nous
a laissés dehors sans rien dire pendant trois heures », raconte Odile Praud, qui habite rue des Chantiers. Les
familles réclament un suivi médical et la fermeture du site. Le maire a promis une réunion publique vendredi.`,
  AT + 60 * HOUR,
)
const CARNIVAL = article(
  'carnaval',
  'Près de Saint-Nazaire, le carnaval des enfants aura bien lieu',
  `Le comité des fêtes l’a confirmé jeudi : le carnaval partira du quartier de Méan le 6 décembre, malgré
les craintes des riverains. Une école de cirque et deux géants de carton ouvriront la marche. Quinze chars, huit fanfares et un bal costumé sont au programme. Le défilé finira sur le front de
mer par un feu d’artifice. L’an dernier, trente mille personnes étaient venues danser dans les rues de la ville.`,
  AT + 60 * HOUR,
)
const OTHER_FIRE = article(
  'autre-incendie',
  'Aude : un incendie de forêt parcourt 300 hectares près de Lagrasse',
  `Un incendie s’est déclaré lundi après-midi dans une pinède des Corbières, près de Lagrasse. Poussées par la
tramontane, les flammes ont parcouru 300 hectares. Deux campings ont été évacués et quatre Canadair sont engagés. Les
pompiers de l’Aude attendent des renforts de l’Hérault et du Tarn avant la nuit.`,
  AT + 14 * HOUR,
)
const BUDGET = article(
  'budget',
  'Le Sénat commence l’examen du budget de la Sécurité sociale',
  `Les sénateurs ont entamé lundi l’examen du projet de loi de financement de la Sécurité sociale. La majorité de
droite entend supprimer la hausse des franchises médicales voulue par le gouvernement. Le vote solennel est prévu le
26 novembre. La ministre des Comptes publics a mis en garde contre un dérapage du déficit.`,
  AT + 13 * HOUR,
)

function storiesOf(articles: readonly StoryArticle[]): readonly string[] {
  const shelf = createStoryShelf()
  return articles.map((one) => shelf.place(one).storyId)
}

/** Of the story that an article joined, or came nearest to joining. */
function scoreOf(reason: PlacementReason | undefined): number {
  if (reason?.kind === 'joins') return reason.score
  return reason?.kind === 'opens' ? (reason.nearest?.score ?? 0) : 0
}

describe('a story', () => {
  it('gathers an event and its sequels under the id of its first article', () => {
    expect(storiesOf([FIRE, FIRE_PREFECT, FIRE_INQUIRY])).toEqual(['incendie', 'incendie', 'incendie'])
  })

  it('gathers those who speak of it in other words', () => {
    expect(storiesOf([FIRE, FIRE_INQUIRY, FIRE_NEIGHBOURS])).toEqual(['incendie', 'incendie', 'incendie'])
  })

  it('takes an article that resembles one of many members less readily than one that resembles all', () => {
    const others = [1, 2, 3, 4, 5, 6].map((number) => ({ ...BUDGET, id: `budget-${number}` }))
    const [mixed = 0, pure = 0] = [[FIRE_NEIGHBOURS, ...others], [FIRE_NEIGHBOURS]].map((members) => {
      const shelf = createStoryShelf()
      shelf.restore(members.map((one) => ({ ...one, placement: { articleId: one.id, storyId: 'incendie' } })))
      shelf.place(CARNIVAL)
      return scoreOf(shelf.reasonOf(CARNIVAL.id))
    })
    expect(pure).toBeGreaterThan(0)
    expect(mixed).toBeLessThan(0.8 * pure)
  })

  it('is an event, not a theme: two fires on one day are two', () => {
    expect(storiesOf([FIRE, OTHER_FIRE])).toEqual(['incendie', 'autre-incendie'])
  })

  it('takes its sequels out of other news in between', () => {
    expect(storiesOf([FIRE, BUDGET, FIRE_PREFECT, OTHER_FIRE, FIRE_INQUIRY])).toEqual([
      'incendie',
      'budget',
      'incendie',
      'autre-incendie',
      'incendie',
    ])
  })

  it.each([
    [3 * DAY, 'incendie', 'at the end of the span'],
    [3 * DAY + HOUR, 'prefet', 'beyond it, with nothing in between'],
  ])('joins what comes %i ms later to %s', (gap, expected, _why) => {
    const late = { ...FIRE_PREFECT, text: `${FIRE_PREFECT.text} ${FIRE.text}`, publishedAt: AT + gap }
    expect(storiesOf([FIRE, late])).toEqual(['incendie', expected])
  })

  it('lives on through what stands in between', () => {
    const chain = [FIRE, FIRE_PREFECT, FIRE_INQUIRY].map((one, days) => ({
      ...one,
      publishedAt: AT + 2 * days * DAY,
    }))
    expect(storiesOf(chain)).toEqual(['incendie', 'incendie', 'incendie'])
  })

  it('is not made by the name of a site at the end of every title', () => {
    const cars = [
      [
        'Nouvelle citadine Orvane',
        'La citadine reçoit un moteur hybride de 110 chevaux et un coffre agrandi.',
      ],
      [
        'Vente record à Deauville',
        'Un cabriolet de 1936 a trouvé preneur pour 2,1 millions d’euros, un record.',
      ],
      ['Le rallye de Corse reporté', 'Les organisateurs attendent la fin des orages pour donner le départ.'],
      ['Usine de Brévand à l’arrêt', 'La pénurie de puces oblige le constructeur à suspendre la production.'],
    ]
    const ids = cars.map(([title, text], index) =>
      article(String(index), `${title} : automobile, essais, nouveautés et scoops du jour`, `${text}`),
    )
    expect(storiesOf(ids).slice(2)).toEqual(['2', '3'])
  })
})

describe('a reprint on the shelf', () => {
  const reprint = { ...FIRE, id: 'reprise', title: 'Kerval : l’entrepôt en feu', publishedAt: AT + HOUR }

  it('names the original and takes its story', () => {
    const shelf = createStoryShelf()
    shelf.place(FIRE)
    expect(shelf.place(reprint)).toEqual({
      articleId: 'reprise',
      storyId: 'incendie',
      duplicateOf: 'incendie',
    })
  })

  it('never names another reprint', () => {
    const shelf = createStoryShelf()
    const again = { ...reprint, id: 'encore', publishedAt: AT + 2 * DAY }
    const placements = [FIRE, reprint, again].map((one) => shelf.place(one))
    expect(placements.map(({ duplicateOf }) => duplicateOf)).toEqual([undefined, 'incendie', 'incendie'])
  })

  it('is seen with the lead as a first paragraph or apart', () => {
    const lead = 'Le sinistre a mobilisé une centaine de pompiers toute la nuit sur le port.'
    const shelf = createStoryShelf()
    shelf.place({ ...FIRE, lead, text: FIRE.text })
    expect(shelf.place({ ...reprint, lead, text: `${lead}\n\n${FIRE.text}` }).duplicateOf).toBe('incendie')
  })

  it('is not seen in a sequel of the same story', () => {
    const shelf = createStoryShelf()
    shelf.place(FIRE)
    expect(shelf.place(FIRE_PREFECT)).toEqual({ articleId: 'prefet', storyId: 'incendie' })
  })
})

describe('the shelf', () => {
  it('keeps the place of an article that comes again', () => {
    const shelf = createStoryShelf()
    for (const one of [FIRE, FIRE_PREFECT]) shelf.place(one)
    const edited = { ...FIRE_PREFECT, title: BUDGET.title, text: BUDGET.text }
    expect(shelf.place(edited)).toEqual({ articleId: 'prefet', storyId: 'incendie' })
    expect(shelf.size).toBe(2)
  })

  it('goes on after a restart where it stood', () => {
    const before = createStoryShelf()
    const first = [FIRE, BUDGET, OTHER_FIRE, FIRE_PREFECT].map((one) => ({
      ...one,
      placement: before.place(one),
    }))
    const after = createStoryShelf()
    after.restore(first)
    const reprint = { ...FIRE_PREFECT, id: 'reprise' }
    for (const next of [FIRE_INQUIRY, reprint]) expect(after.place(next)).toEqual(before.place(next))
    expect(after.size).toBe(before.size)
  })

  it('believes the places it is given', () => {
    const shelf = createStoryShelf()
    shelf.restore([{ ...FIRE, placement: { articleId: 'incendie', storyId: 'une-autre' } }])
    expect(shelf.place(FIRE_PREFECT).storyId).toBe('une-autre')
  })

  it('forgets what is old', () => {
    const shelf = createStoryShelf()
    shelf.place(FIRE)
    shelf.place({ ...BUDGET, publishedAt: AT + STORY_MEMORY })
    expect(shelf.size).toBe(2)
    shelf.place({ ...OTHER_FIRE, publishedAt: AT + STORY_MEMORY + DAY })
    expect(shelf.size).toBe(2)
  })

  it('places what has neither title nor text, each alone', () => {
    expect(storiesOf([article('a', '', ''), article('b', '', ''), article('c', '…', '!')])).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('gives the same places for the same articles', () => {
    const all = [FIRE, BUDGET, OTHER_FIRE, FIRE_PREFECT, FIRE_INQUIRY]
    expect(storiesOf(all)).toEqual(storiesOf(all))
  })
})

describe('the reason of a place', () => {
  it.each([
    [FIRE, { kind: 'opens' }, 'the first of all'],
    [FIRE_PREFECT, { kind: 'joins', articleId: 'incendie' }, 'a sequel, with the member most alike'],
    [
      OTHER_FIRE,
      { kind: 'opens', nearest: { storyId: 'incendie' } },
      'another fire, with what it came near to',
    ],
    [{ ...FIRE, id: 'reprise' }, { kind: 'repeats', articleId: 'incendie' }, 'a reprint'],
  ])('is told for $id', (one, expected, _why) => {
    const shelf = createStoryShelf()
    for (const before of [FIRE, FIRE_PREFECT].filter(({ id }) => id < one.id)) shelf.place(before)
    if (one !== FIRE) shelf.place(FIRE)
    shelf.place(one)
    expect(shelf.reasonOf(one.id)).toMatchObject(expected)
  })

  it('is not known of an article that was placed in an earlier life, or never', () => {
    const shelf = createStoryShelf()
    shelf.restore([{ ...FIRE, placement: { articleId: 'incendie', storyId: 'incendie' } }])
    expect([shelf.reasonOf('incendie'), shelf.reasonOf('jamais')]).toEqual([undefined, undefined])
  })
})

describe('any text', () => {
  const anyArticle = fc.record({
    title: fc.string({ unit: 'binary' }),
    lead: fc.string({ unit: 'binary' }),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant(FIRE.text),
      fc.string({ unit: 'grapheme' }).map((text) => `${FIRE.text} ${text}`),
    ),
    publishedAt: fc.integer({ min: AT, max: AT + 20 * DAY }),
  })

  it('finds its place, the same each time, and a reprint never repeats a reprint', () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 8 }), (drawn) => {
        const all = drawn.map((one, index) => ({ ...one, id: String(index) }))
        const [first, again] = [createStoryShelf(), createStoryShelf()]
        const placements = all.map((one) => first.place(one))
        expect(all.map((one) => again.place(one))).toEqual(placements)
        for (const { duplicateOf, storyId } of placements) {
          const original = placements.find(({ articleId }) => articleId === duplicateOf)
          expect([original?.duplicateOf, original?.storyId ?? storyId]).toEqual([undefined, storyId])
        }
      }),
    )
  })

  it.each([
    ['a megabyte in one sentence', 'mot '.repeat(260_000)],
    ['a word of a megabyte', 'a'.repeat(1_000_000)],
    ['lone surrogates and emoji', '\uD800 🔥 \uDFFF '.repeat(50)],
    ['Arabic', 'اندلع حريق كبير في مستودع بالميناء مساء الأحد. '.repeat(8)],
  ])('may be %s', (_what, text) => {
    const shelf = createStoryShelf()
    shelf.place(FIRE)
    expect(shelf.place(article('hostile', 'Sans titre', text)).storyId).toBe('hostile')
  })
})

describe('likeness', () => {
  const [fire, prefect, budget] = [FIRE, FIRE_PREFECT, BUDGET].map((one) => pointOf(readStory(one), () => 1))
  if (fire === undefined || prefect === undefined || budget === undefined) throw new Error('three articles')

  it('is the same both ways, and greater within an event', () => {
    expect(likeness(fire, prefect)).toBeCloseTo(likeness(prefect, fire), 12)
    expect(likeness(fire, prefect)).toBeGreaterThan(likeness(fire, budget))
  })

  it.each(['subject', 'title', 'whole', 'names', 'headNames'] as const)('counts the %s', (part) => {
    const nothing = new Float32Array(prefect.keys.length)
    expect(likeness(fire, { ...prefect, [part]: nothing })).toBeLessThan(likeness(fire, prefect))
  })

  it('shrinks with the days and ends with the span', () => {
    const at = (days: number): number =>
      likeness(fire, { ...fire, publishedAt: fire.publishedAt + days * DAY })
    expect(at(1)).toBeLessThan(at(0))
    expect(at(2)).toBeLessThan(at(1))
    expect(likeness(fire, { ...fire, publishedAt: fire.publishedAt + STORY_SPAN + 1 })).toBe(0)
  })

  it('reads as names the capitals inside sentences, not those that open them', () => {
    const text = 'Hier, Anne Morvan a gagné. Demain sera calme. « Merci. »'
    const { keys, marks } = readStory({ title: 'Maire de Brest élu', lead: '', text, publishedAt: AT })
    const names = keys.filter((_, at) => ((marks[at] ?? 0) & IS_NAME) !== 0)
    expect(names).toEqual(Uint32Array.from(readStoryWords('Anne Brest Morvan').keys).toSorted())
  })
})
