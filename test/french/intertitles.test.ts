// Titles, captions and their sources run into the sentences around them: a table of phenomena.
import { describe, expect, it } from 'vitest'
import { cutAtBars, sentencesOf } from './bars.ts'

describe('splitSentences around titles', () => {
  it.each([
    ['an intertitle between dashes', 'Tout brûle.|- Un été sec -|Les pompiers veillent.'],
    ['an intertitle with marks and a question', 'Tout brûle. |- "Quel avenir" ? - |Paul doute.'],
    [
      'a bare intertitle before a preposition',
      'Un prix trop élevé |Selon la société, le terrain vaut dix fois moins que cela.',
    ],
    ['titles', 'M. Roy, Mme. Lee, Mgr. Paul et le Dr. Martin votent. |MM. Roy et Lee aussi.'],
    ['the date of a film', 'Faut-il partir ? - 07/12par Télé Ouest|Le train est plein.'],
    ['the source of a film before a name', 'Faut-il partir ?par BTVFM|Laurent Roy hésite.'],
    ['the source of a film before a quotation', 'Un été secpar Canal Sud|"Jamais vu", dit Anne.'],
    ['a man against a title in capitals', 'DES ACCORDS EN COURS|M. Roy dit avoir ouvert le débat.'],
    [
      'a title of an item before a name',
      "- Des voies bien différentes |L'ONU classe les projets en huit groupes bien distincts.",
    ],
    [
      'a name in the title of an item',
      '• Le préfet tancé par Marine Le Pen a promis de répondre dès demain.',
    ],
    ['a title in capitals', "DES ÉLUS EN COLÈRE|Frappée par la crise, la ville s'endette."],
    ['a title in capitals and a lone letter', "LES TRAINS EN RETARD|À l'inverse, les bus roulent."],
    [
      'a title in capitals behind a blank',
      'LE GAZ PLUS CHER AUSSI |Les tarifs augmentent encore au mois de mai.',
    ],
    [
      'a title before a quotation',
      'Il cède sa place"|Décrire la ville est vain", dit Paul.'.replace('"|', '|"'),
    ],
    ['a title in marks before a quotation', '"Un cœur froid" |"Il ment sans arrêt", dit Anne.'],
    [
      'a title in marks before a sentence',
      '"Un grand mépris" |Si Anne Roy a parlé, c\'est pour répondre au maire de la ville.',
    ],
    [
      'a bare title with a comma',
      "L'alcool, deuxième cause de décès |Selon l'étude, neuf Français sur dix demandent une loi.",
    ],
    [
      'a list of themes as a title',
      'Médecine, physique et chimie |La médecine a ouvert la semaine avec deux lauréats.',
    ],
    [
      'a sentence without its stop',
      'Anne, arrêtée mardi soir, a été placée en garde à vue |Il a confirmé que son père savait tout de la fuite.',
    ],
    [
      'a work behind the noun that announces it',
      "Elle joue dans l'émission Un jour ailleurs depuis trois ans au moins, dit-on.",
    ],
    [
      'a given name like a word',
      'Le dirigeant Kim Jong Un a promis de nouveaux essais avant la fin du mois.',
    ],
    ['a short sentence behind a title', 'Des zones sombres demeurent |Une enquête est ouverte. |Elle dure.'],
    ['a title in capitals that goes on', `"FIER" D'AVOIR GAGNÉ|Après son discours, Paul sourit.`],
    [
      'a blank behind the mark that opens',
      'Il souligne dans un premier temps : " Il y a bien de la fumée, mais rien ne brûle ".',
    ],
    ['a party to come', 'Il faudrait un parti qui s’appellerait Les amis de la mer. |Fin.'],
    ['a small title between dashes', 'Tout brûle.|- sans répit -|Les pompiers veillent.'],
    ['a title between dashes without blanks', 'Tout brûle.|-Une pluie de cendres-|Les pompiers veillent.'],
    ['an aside between dashes', 'Tout brûle -sauf la mairie- et Paul veille.'],
    ['a dash against the next sentence', '"Un mauvais signe" -|En outre, le vent se lève.'],
  ])('%s', (_reason, row) => {
    expect(sentencesOf(row.replaceAll('|', ''))).toEqual(cutAtBars(row))
  })
})
