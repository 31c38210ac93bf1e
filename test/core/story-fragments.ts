// A fire, neighbours who do not name it, and an article that shows that both are one event. Written by us.
import { HOUR, type Instant } from '../../src/core/calendar.ts'
import type { StoryArticle } from '../../src/core/story.ts'

const AT: Instant = Date.UTC(2026, 10, 16, 6)

export const FIRE: StoryArticle = {
  id: 'incendie',
  title: 'Saint-Nazaire : un entrepôt de la société Kerval ravagé par un incendie',
  lead: '',
  text: 'Un incendie a détruit dimanche soir un entrepôt de la société Kerval, dans la zone portuaire de Saint-Nazaire. Une centaine de pompiers ont lutté toute la nuit contre les flammes. Le bâtiment abritait des pneus et des solvants. Une épaisse fumée noire a recouvert le port.',
  publishedAt: AT,
}

export const NEIGHBOURS: StoryArticle = {
  id: 'riverains',
  title: 'À Méan, deux cents riverains demandent des comptes devant la mairie',
  lead: '',
  text: 'Ils étaient deux cents devant la mairie, lundi soir, avec des masques et des pancartes. « On nous a laissés dehors sans rien dire pendant trois heures », raconte Odile Praud, qui habite rue des Chantiers, à Méan. Les familles réclament un suivi médical et la fermeture du site. Le maire a promis une réunion publique vendredi.',
  publishedAt: AT + 12 * HOUR,
}

/** The neighbours in another paper. */
export const REPRINT: StoryArticle = { ...NEIGHBOURS, id: 'reprise', publishedAt: AT + 24 * HOUR }

export const BOTH: StoryArticle = {
  id: 'les-deux',
  title: 'Incendie de l’entrepôt Kerval à Saint-Nazaire : une réunion publique pour les riverains de Méan',
  lead: '',
  text: 'La mairie de Saint-Nazaire recevra vendredi les riverains de Méan, deux jours après leur rassemblement devant la mairie. Odile Praud, qui habite rue des Chantiers, réclame un suivi médical pour les familles. L’incendie a détruit dimanche soir un entrepôt de la société Kerval dans la zone portuaire. Une centaine de pompiers ont lutté toute la nuit contre les flammes, et une fumée noire a recouvert le port.',
  publishedAt: AT + 30 * HOUR,
}

export const BUDGET: StoryArticle = {
  id: 'budget',
  title: 'Le Sénat commence l’examen du budget de la Sécurité sociale',
  lead: '',
  text: 'Les sénateurs ont entamé lundi l’examen du projet de loi de financement. La majorité de droite entend supprimer la hausse des franchises médicales voulue par le gouvernement. Le vote solennel est prévu le 26 novembre.',
  publishedAt: AT + 6 * HOUR,
}
