// The words that stand between the parts of a statement without changing who does what: days, adverbs, auxiliaries. Reads no
// text.
import { wordSet } from './word-set.ts'

/** Words that may stand between an auxiliary and its verb, or between a verb and what belongs to it. */
const LIGHT = wordSet(`
pas plus jamais deja aussi ainsi egalement encore ensuite enfin donc bien tous toutes tout meme finalement nouveau fois
reprises d'abord abord surtout lui y en se s' le la l' les leur nous brievement auparavant hier aujourd'hui demain soir matin
apres-midi midi tot tard ce recemment rapidement rien tres ici tour a d' de bel puis desormais toujours ailleurs par
notamment alors revanche effet outre particulier contre part sa leur son cote prive personne longtemps a-t-il a-t-elle
`)

/** Days, months and moments: «mardi», «en fin de matinée». */
const TIMES = wordSet(`
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre hier demain aujourd’hui matin soir apres-midi midi veille lendemain semaine mois annee matinee soiree
week-end nuit heures heure jours jour derniere dernier prochaine prochain debut fin mi
`)

/** All of these take the folded word. */
export const isTimeWord = (key: string): boolean => TIMES.has(key) || /^\d/u.test(key)
export const isLight = (key: string): boolean => LIGHT.has(key) || isAdverb(key) || isTimeWord(key)

/** «brièvement», «mercredi», «ainsi»: may stand between the head of a clause and its subject. */
export const isAside = (key: string): boolean => isTimeWord(key) || isAdverb(key) || ASIDES.has(key)

const ASIDES = wordSet('ce cette ainsi aussi alors')

/** «brièvement» */
const isAdverb = (key: string): boolean => key.endsWith('ment') && key.length > 5

/** Forms of «avoir» and «être» with their accents, in small letters: an auxiliary stands before a participle. */
export const HAVE = wordSet(`
a ont avait avaient aura auront aurait auraient ait aient ayant avoir ai avons eut eurent a-t-il a-t-elle
`)
export const BE = wordSet(`
est sont était étaient sera seront serait seraient fut furent soit soient être étant été est-il est-elle
`)
