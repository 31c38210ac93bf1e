// Whether «voir», «retrouver», «consulter», «appeler» tell a meeting: they need a journey, a day or «en tête-à-tête» beside
// them. Looks for no side.
import { textBefore, textBehind } from './meeting-reading.ts'
import { isDefinitePerson } from './party.ts'
import type { PartyList } from './party-lists.ts'
import type { VerbUse } from './verb-reading.ts'

/** Units before a verb and characters behind it that strengthen it. */
const UNITS_BEFORE = 4
const CHARACTERS_BEHIND = 140

/** «venu voir X», «a vu X en tête-à-tête», «retrouver X à Genève pour…»; `object` is what the verb has behind it. */
export function isStrengthened({ sentence, verb, group }: VerbUse, object: PartyList | undefined): boolean {
  const behind = textBehind(sentence, group.at, CHARACTERS_BEHIND)
  if (ALONE.test(behind)) return true
  if (object?.parties.some(isDefinitePerson) !== true) return false
  switch (verb.lemma) {
    case 'voir':
      return ON_THE_WAY.test(textBefore(sentence, group.from, UNITS_BEFORE))
    case 'retrouver':
      return group.tense !== 'present' && !FOUND.test(behind.slice(0, MOST_OF_STATE))
    case 'consulter':
      return true
    case 'appeler':
      return CALLED.test(behind) && !URGED.test(behind)
    default:
      return false
  }
}

const ALONE = /en tête[- ]à[- ]tête|en privé|par téléphone|au téléphone|en visio|à huis clos/u

/** «est venu voir X», «doit voir X» */
const ON_THE_WAY =
  /(?:ven(?:u|ue|us|ir)|all(?:é|ée|és|er)|vien(?:t|nent|dra)|passer|retourner|doit|dev(?:ra|ait|rait)) $/u

/** «a retrouvé X sans vie», «a retrouvé son poste», within so many characters. */
const FOUND = /mort|vivant|pendu|sans vie|noyé|poste|forme/u
const MOST_OF_STATE = 60

/** «a appelé X mardi», «a appelé X pour le féliciter» */
const CALLED =
  /^[^,]{0,80}(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|pour (?:lui|le|la|les|l['’]|discuter|évoquer|parler|féliciter))/u

/** «a appelé X à démissionner» */
const URGED = /^[^,]{0,90} à \p{L}+(?:er|ir|re)(?!\p{L})/u
