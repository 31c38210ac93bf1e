// Every mistake in the configuration is told in French, with its line and what was meant.
import { describe, expect, it } from 'vitest'
import { CONTACT, digest, FEEDS, mistakesOf } from './sources.ts'

const noAddress = (given: string): string =>
  `« ${given} » n’est pas une adresse de flux. Elle commence par http:// ou https://, sans espace.`
const noHour = (given: string): string =>
  `L’heure « ${given} » ne se lit pas. Écrivez par exemple « 08:00 » ou « 8 h 30 ».`
const outside = (given: string): string =>
  `L’heure « ${given} » ne convient pas. Choisissez une heure de 5 h à 23 h.`
const feed = (rest: string): string => `${FEEDS}  - titre: Autre\n    ${rest}\n`

describe('a mistake', () => {
  it.each([
    ['', '1: La clé « contact » manque ou n’a pas de valeur.', 'an empty file'],
    ['# rien\n\n', '1: La clé « contact » manque ou n’a pas de valeur.', 'comments only'],
    [
      'fuseau: Europe/Paris\ncontact:\n',
      '2: La clé « contact » manque ou n’a pas de valeur.',
      'a key without value',
    ],
    ['contact: ""\n', '1: La clé « contact » n’a pas de valeur.', 'an empty text'],
    [
      'contact: Jeanne\n',
      '1: « Jeanne » n’est ni une adresse électronique ni une adresse web. Les sites doivent pouvoir vous joindre.',
      'a name is no contact',
    ],
    [
      'contact: hélène@exemple.fr\n',
      '1: « hélène@exemple.fr » n’est ni une adresse électronique ni une adresse web. Les sites doivent pouvoir vous joindre.',
      'an HTTP header holds ASCII',
    ],
    [
      '- contact\n',
      '1: Le fichier doit se composer de clés suivies d’un deux-points, par exemple « contact : … ».',
      'a list',
    ],
    [
      `${CONTACT}fusau: Europe/Paris\n`,
      '2: La clé « fusau » n’existe pas ici ; vouliez-vous dire « fuseau » ?',
      'a slip',
    ],
    [
      feed('adresse: https://a.fr\n    edtieur: X'),
      '8: La clé « edtieur » n’existe pas ici ; vouliez-vous dire « éditeur » ?',
      'a swap',
    ],
    [
      feed('adresse: https://a.fr\n    citer: jamais'),
      '8: La clé « citer » ne connaît pas « jamais ». Choisissez « oui » ou « non ».',
      'neither yes nor no',
    ],
    [
      feed('adresse: https://a.fr\n    heures: 8h'),
      '8: La clé « heures » n’existe pas ici.',
      'a key of digests',
    ],
    [
      `${CONTACT}fuseau: Paris\n`,
      '2: Le fuseau « Paris » n’existe pas ; vouliez-vous dire « Europe/Paris » ?',
      'a town',
    ],
    [
      `${CONTACT}fuseau: America/Montréal\n`,
      '2: Le fuseau « America/Montréal » n’existe pas ; vouliez-vous dire « America/Montreal » ?',
      'an accent',
    ],
    [
      `${CONTACT}fuseau: Europe/Pariss\n`,
      '2: Le fuseau « Europe/Pariss » n’existe pas ; vouliez-vous dire « Europe/Paris » ?',
      'a slip',
    ],
    [
      `${CONTACT}fuseau: "+01:00"\n`,
      '2: Le fuseau « +01:00 » n’existe pas. Écrivez par exemple « Europe/Paris ».',
      'an offset knows no summer',
    ],
    [
      `${CONTACT}flux: https://a.fr\n`,
      '2: La clé « flux » attend une liste dont chaque élément commence par un tiret et contient des clés.',
      'no list',
    ],
    [
      `${FEEDS}  - https://a.fr\n`,
      '6: La clé « flux » attend une liste dont chaque élément commence par un tiret et contient des clés.',
      'an address alone',
    ],
    [feed('rubrique: X'), '6: La clé « adresse » manque ou n’a pas de valeur.', 'a missing key, at its feed'],
    [feed('adresse: www.a.fr/rss'), `7: ${noAddress('www.a.fr/rss')}`, 'no scheme'],
    [feed('adresse: ftp://a.fr/rss'), `7: ${noAddress('ftp://a.fr/rss')}`, 'another scheme'],
    [feed('adresse: "https://a.fr/mon flux"'), `7: ${noAddress('https://a.fr/mon flux')}`, 'a space'],
    [feed('adresse: [https://a.fr]'), '7: La clé « adresse » attend un texte.', 'a list'],
    [
      feed('adresse: HTTP://Courrier.exemple.fr/une.xml/'),
      '7: L’adresse HTTP://Courrier.exemple.fr/une.xml/ est déjà donnée à la ligne 4.',
      'one feed under two spellings',
    ],
    [
      `${FEEDS}  - titre: Le Courrier\n    adresse: https://a.fr\n`,
      '6: Le flux « Le Courrier » est déjà donné à la ligne 3. Donnez à chaque flux un titre à lui.',
      'digests name feeds by their titles',
    ],
    [
      feed('adresse: https://a.fr\n    éditeur: A\n    editeur: B'),
      '9: La clé « editeur » est déjà donnée plus haut.',
      'with and without accent',
    ],
    [`${FEEDS}contact: b@exemple.fr\n`, '6: La clé « contact » est déjà donnée plus haut.', 'a doubled key'],
    [
      digest({ jours: 'luindi' }),
      '9: « luindi » n’est pas un jour ; vouliez-vous dire « lundi » ?',
      'a slip',
    ],
    [
      digest({ jours: '8' }),
      '9: « 8 » n’est pas un jour. Écrivez « lundi », « en semaine » ou « tous les jours ».',
      'a number',
    ],
    [digest({ jours: '[]' }), '9: La clé « jours » n’a pas de valeur.', 'an empty list'],
    [
      digest({ jours: '{lundi: oui}' }),
      '9: La clé « jours » attend un texte, ou une liste de textes.',
      'a map',
    ],
    [
      feed('adresse: https://lecteur:se@cret@a.fr/rss'),
      '7: L’adresse https://a.fr/rss contient un mot de passe, que Pressoir n’envoie à personne. Ôtez ce qui précède l’arobase.',
      'a password is shown to nobody',
    ],
    ...['surveillance: 3000\n', 'port: 9464\n', 'port: 9000\nsurveillance: 0.0.0.0:9000\n'].map(
      (given, index): [string, string, string] => [
        `${CONTACT}${given}`,
        `${[2, 2, 3][index]}: « port » et « surveillance » donnent tous deux le port ${[3000, 9464, 9000][index]}. Il en faut un pour chacun : le premier peut être ouvert à Internet, le second non.`,
        'metrics are nobody else’s business',
      ],
    ),
    ...['65536', '0', 'oui', '"::1:9464"', 'http://a.fr:80', '9464.5'].map(
      (given): [string, string, string] => [
        `${CONTACT}surveillance: ${given}\n`,
        `2: « ${given.replaceAll('"', '')} » ne dit pas où écouter. Écrivez par exemple « 9464 », « 0.0.0.0:9464 » ou « non ».`,
        'neither a port nor an address',
      ],
    ),
    [digest({ heures: '8:5' }), `10: ${noHour('8:5')}`, 'one digit of minutes'],
    [digest({ heures: '8.30' }), `10: ${noHour('8.30')}`, 'a decimal number'],
    [digest({ heures: '25:00' }), `10: ${noHour('25:00')}`, 'no such hour'],
    [digest({ heures: '08:60' }), `10: ${noHour('08:60')}`, 'no such minute'],
    [digest({ heures: 'midi' }), `10: ${noHour('midi')}`, 'a word'],
    [digest({ heures: '04:59' }), `10: ${outside('04:59')}`, 'an hour that changes'],
    [digest({ heures: '23:01' }), `10: ${outside('23:01')}`, 'just too late'],
    [digest({ heures: '0h' }), `10: ${outside('0h')}`, 'midnight'],
    [
      digest({ canaux: 'terminal' }),
      '11: « terminal » n’est pas un canal. Écrivez la messagerie, un deux-points et le canal, sans espace : console:terminal.',
      'no platform',
    ],
    [
      digest({ canaux: '"console: terminal"' }),
      '11: « console: terminal » n’est pas un canal. Écrivez la messagerie, un deux-points et le canal, sans espace : console:terminal.',
      'a space',
    ],
    [
      digest({ canaux: '[console: terminal]' }),
      '11: La clé « canaux » attend un texte.',
      'a space, as YAML reads it',
    ],
    [
      digest({ canaux: 'pigeon:colombier' }),
      '11: La messagerie « pigeon » n’est pas connue. Choisissez « console », « slack » ou « discord ».',
      'no such platform',
    ],
    [
      digest({ flux: '[Le courier]' }),
      '12: Aucun flux n’a pour titre « Le courier » ; vouliez-vous dire « Le Courrier » ?',
      'a feed that nobody declared',
    ],
    [
      digest({ rubriques: 'Sports' }),
      '12: Aucun flux n’a pour rubrique « Sports ».',
      'a rubric that nobody declared',
    ],
    [
      digest({ filtre: '(grève' }),
      '12: Il manque une parenthèse fermante après « (grève ».',
      'a filter that does not read',
    ],
    [
      digest({ filtre: 'grève SAUF flux:"Le Courier"' }),
      '12: Aucun flux n’a pour titre « Le Courier » ; vouliez-vous dire « Le Courrier » ?',
      'a feed in a filter that nobody declared',
    ],
    [digest({ sujets: '0' }), '12: La clé « sujets » attend un nombre entier entre 1 et 20.', 'too few'],
    [digest({ mtos: '60' }), '12: La clé « mtos » n’existe pas ici ; vouliez-vous dire « mots » ?', 'a swap'],
    [digest({ mots: 'beaucoup' }), '12: La clé « mots » attend un nombre entier entre 15 et 120.', 'a word'],
    [digest({ mots: '60.5' }), '12: La clé « mots » attend un nombre entier entre 15 et 120.', 'not whole'],
    [
      digest({ 'jour creux': 'dormir' }),
      '12: La clé « jour creux » ne connaît pas « dormir ». Choisissez « dire » ou « taire ».',
      'another word',
    ],
    [
      digest({ nom: 'Été indien' }),
      '7: Le nom « Été indien » ne convient pas ; vouliez-vous dire « ete-indien » ? Il se compose de lettres sans accent, de chiffres et de traits d’union, trente au plus.',
      'it names files',
    ],
    [
      digest({ nom: '../matin' }),
      '7: Le nom « ../matin » ne convient pas ; vouliez-vous dire « matin » ? Il se compose de lettres sans accent, de chiffres et de traits d’union, trente au plus.',
      'another folder',
    ],
    [
      `${digest({})}  - {nom: matin, titre: Deux, jours: mardi, heures: 9h, canaux: "console:terminal"}\n`,
      '12: La revue « matin » est déjà donnée à la ligne 7.',
      'two digests of one name',
    ],
  ])('in %j is told: %s (%s)', (source, expected, _why) => {
    expect(mistakesOf(source)).toEqual([expected])
  })

  it('comes with all the others, in order of lines', () => {
    const source = `${digest({ nom: 'Matin', heures: '[8h, 3h, x]', flux: 'Inconnu' })}couleur: vert\n`
    const lines = mistakesOf(source.replace('contact: redaction@exemple.fr', 'fuseau: Nulle/Part'))
    expect(lines.map((line) => Number(line.split(':')[0]))).toEqual([1, 1, 7, 10, 10, 12, 13])
  })
})
