// A handful of invented articles, and a configuration for them.
import { stringify } from 'yaml'

export interface SampleArticle {
  readonly id: string | number
  readonly url: string
  readonly title: string
  readonly date?: string
  readonly lead: string
  readonly text: string
}

export const MARKET: SampleArticle = {
  id: 'marche-1',
  url: 'https://www.lavigie.example/marche',
  title: 'Vernay : le marché couvert rouvre après deux ans de travaux',
  date: '2026-03-16T09:00:00+01:00',
  lead: 'Le marché couvert de Vernay a rouvert lundi.',
  text: 'Le marché couvert de Vernay a rouvert lundi matin après deux ans de travaux. La maire, Lucie Arnaudin, a rencontré le préfet Paul Delmas devant les étals. La charpente du XIXe siècle a été restaurée pour 3,2 millions d’euros. Les quarante commerçants ont retrouvé leurs places.',
}

/** The same dispatch, printed by another publisher two hours later. */
export const MARKET_AGAIN: SampleArticle = {
  ...MARKET,
  id: 'marche-2',
  url: 'https://www.radiovernay.example/marche-couvert',
  date: '2026-03-16T11:00:00+01:00',
}

export const STRIKE: SampleArticle = {
  id: 'greve',
  url: 'https://www.lefanal.example/greve',
  title: 'Les conducteurs du tramway de Corbigny en grève jusqu’à vendredi',
  date: '2026-03-16T18:30:00+01:00',
  lead: '',
  text: 'Les conducteurs du tramway de Corbigny ont voté lundi la grève jusqu’à vendredi. Ils demandent deux agents par rame après 22 heures. La régie promet une rame sur trois aux heures de pointe.',
}

export const UNDATED: SampleArticle = {
  id: 'fouilles',
  url: 'https://www.lefanal.example/fouilles',
  title: 'Une villa romaine mise au jour sous le stade de Marnes',
  lead: '',
  text: 'Les archéologues ont mis au jour une villa romaine sous le stade de Marnes. Deux mosaïques sont intactes.',
}

export const ARTICLES: readonly SampleArticle[] = [MARKET, MARKET_AGAIN, STRIKE, UNDATED]

/** A configuration file that is right; `more` replaces keys of the file. */
export function configuration(more: Readonly<Record<string, unknown>> = {}): string {
  return stringify({
    contact: 'veille@pressoir.example',
    fuseau: 'Europe/Paris',
    surveillance: 'non',
    flux: [{ titre: 'La Vigie', adresse: 'https://www.lavigie.example/rss', rubrique: 'Régions' }],
    revues: [
      {
        nom: 'matin',
        titre: 'La revue du matin',
        jours: 'tous les jours',
        heures: ['08:00'],
        canaux: ['console:terminal'],
      },
      { nom: 'soir', titre: 'La revue du soir', jours: 'lundi', heures: '18:00', canaux: 'console:terminal' },
    ],
    ...more,
  })
}
