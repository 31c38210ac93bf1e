// Mistakes in how a command is written: one French line on standard error, nothing on standard output, status 2.
import { describe, expect, it } from 'vitest'
import { explainUsage } from '../../src/locale/usage.ts'
import { newFile, newFolder, plain, run } from './command.ts'

const HELP = 'L’option --help montre ce qui existe.'

describe('a mistake in a command', () => {
  it.each([
    [['brif'], `Le verbe « brif » n’existe pas ; vouliez-vous dire brief ? ${HELP}`, 'a slip'],
    [['feeed', 'parse'], `Le verbe « feeed » n’existe pas ; vouliez-vous dire feed ? ${HELP}`, 'a slip'],
    [['xyzzy'], `Le verbe « xyzzy » n’existe pas. ${HELP}`, 'nothing is near'],
    [['l’aide'], `Le verbe « l’aide » n’existe pas. ${HELP}`, 'an apostrophe in the word'],
    [['d\'abord "x"'], `Le verbe « d'abord "x" » n’existe pas. ${HELP}`, 'straight quotes in the word'],
    [['feed', 'pars'], `Le verbe « pars » n’existe pas ; vouliez-vous dire parse ? ${HELP}`, 'below'],
    [['demo', '--vite'], `L’option --vite n’existe pas. ${HELP}`, 'unknown option'],
    [
      ['ask', '--jsonx', 'x'],
      `L’option --jsonx n’existe pas ; vouliez-vous dire --json ou --jsonl ? ${HELP}`,
      'two',
    ],
    [['digest'], `Il manque l’argument <nom>. ${HELP}`, 'argument left out'],
    [['import'], `Il manque l’argument <fichier>. ${HELP}`, 'argument left out'],
    [['brief'], `Il manque l’option --jsonl. ${HELP}`, 'mandatory option'],
    [['run', '--config'], `L’option --config attend une valeur. ${HELP}`, 'value left out'],
    [['demo', 'un', 'deux'], `Cette commande a des mots en trop : un, deux. ${HELP}`, 'too much'],
    [
      ['brief', '--jsonl', '--max-words', 'beaucoup'],
      `La valeur « beaucoup » ne convient pas à l’option --max-words. Donnez un nombre entier à partir de 1. ${HELP}`,
      'a word for a number',
    ],
    ...['0', '-3', '2.5', '1e3', ''].map(
      (given) =>
        [
          ['brief', '--jsonl', `--max-sentences=${given}`],
          `La valeur « ${given} » ne convient pas à l’option --max-sentences. Donnez un nombre entier à partir de 1. ${HELP}`,
          'no number from 1',
        ] as const,
    ),
    ...['hier', '17/03/2026', '2026-02-31', '2026-03-17T25:00', ''].map(
      (given) =>
        [
          ['health', `--now=${given}`],
          `« ${given} » n’est pas un instant lisible. Écrivez par exemple 2026-03-17T08:00:00+01:00.`,
          'no instant',
        ] as const,
    ),
    [['ask'], 'Il manque la question. Écrivez-la après « ask », entre guillemets.', 'no question'],
    [['ask', '  '], 'Il manque la question. Écrivez-la après « ask », entre guillemets.', 'a blank question'],
    [
      ['import', '/nulle/part/articles.jsonl'],
      'Le fichier /nulle/part/articles.jsonl est introuvable. Vérifiez son chemin.',
      'no such file',
    ],
    [
      ['run', '--role', 'lire'],
      'La valeur « lire » ne convient pas à l’option --role. Choisissez parmi all, fetch, read, publish et chat. L’option --help montre ce qui existe.',
      'a part that nobody has',
    ],
    [
      ['health', '--database', 'mysql://ici/base'],
      'Pressoir ne connaît pas les bases « mysql ». Donnez le nom d’un fichier SQLite, ou une adresse « postgres:// ».',
      'no such kind of database',
    ],
    [
      ['ask', 'quoi', '--config', '/nulle/part.yaml'],
      'Le fichier de configuration /nulle/part.yaml est introuvable ou illisible. Créez-le d’après l’exemple fourni avec Pressoir, ou indiquez-en un autre avec --config.',
      'a configuration that was named and is not there',
    ],
  ] as const)('%s', async (words, sentence, _why) => {
    const { status, output, errors } = await run(words)
    expect(plain(errors)).toBe(`${sentence}\n`)
    expect({ status, output }).toEqual({ status: 2, output: '' })
  })

  it('is told in French even when the library says something new', () => {
    expect(
      explainUsage({ code: 'commander.conflictingOption', message: 'error: x cannot be used with y' }),
    ).toBe(`Cette commande ne se comprend pas. ${HELP}`)
  })

  it('never shows English or a stack', async () => {
    const folder = newFolder()
    const path = newFile(folder, 'dossier.txt', '')
    for (const words of [['-x'], ['--jsonl'], ['digest', 'a', 'b'], ['import', path, path]]) {
      const { status, errors } = await run(words)
      expect(status).toBe(2)
      expect(errors).not.toMatch(/error|unknown|argument '|at \w+/i)
      expect(errors.trim().split('\n')).toHaveLength(1)
    }
  })
})
