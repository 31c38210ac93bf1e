import { describe, expect, it } from 'vitest'
import { readTypedCommand } from '../../src/core/typed-command.ts'

describe('what follows /programme', () => {
  it.each([
    [
      'modifier Le point jours:lundi filtre:titre:budget ET flux:"La Vigie" jours:mardi',
      { revue: 'Le point', jours: 'lundi', filtre: 'titre:budget ET flux:"La Vigie" jours:mardi' },
      'a filter has prefixes of its own and stands last',
    ],
    [
      'modifier Le point Filtre : grève',
      { revue: 'Le point', filtre: 'grève' },
      'capitals, and a French colon',
    ],
    ['modifier Le point filtre:', { revue: 'Le point' }, 'nothing behind it'],
    [
      'essayer titre:budget SAUF sport',
      { filtre: 'titre:budget SAUF sport' },
      'the first option needs no name',
    ],
    ['essayer grève revue:Le point', { filtre: 'grève', revue: 'Le point' }, 'and others may follow it then'],
    ['essayer revue:Le point filtre:grève', { revue: 'Le point', filtre: 'grève' }, 'or come before'],
  ])('reads «%s» as %j: %s', (words, options, _why) => {
    expect(readTypedCommand('programme', words)?.options).toEqual(options)
  })
})
