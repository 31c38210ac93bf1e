// Several programs on one database that want the same thing at once: one gets it. Once per dialect.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { MORNING, sampleDelivery, sampleEdition } from './samples.ts'
import { sampleChange, sampleMemo, sampleNotice } from './samples-chat.ts'

const RACER = fileURLToPath(new URL('race-process.ts', import.meta.url))

/** Enough for several programs to be at it at the same time: one takes about 100 ms for them. */
const THINGS = 60
const PROGRAMS = 3

export function describeRaces(name: string, newDatabase: () => Promise<string>): void {
  it(`hands out each memo, change, notice and delivery to one of several programs: ${name}`, async () => {
    const path = await newDatabase()
    const storage = await openStorage(path, { now: () => MORNING })
    const edition = sampleEdition(MORNING)
    await storage.inTransaction(async (inner) => {
      const parts = Array.from({ length: THINGS }, (_, part) => sampleDelivery(edition, part))
      await inner.editions.create(edition, parts)
      for (let number = 0; number < THINGS; number++) {
        await inner.memos.save(sampleMemo(`memo ${number}`))
        await inner.changes.add(sampleChange(`changement ${number}`))
        await inner.notices.add(sampleNotice(`avis ${number}`))
      }
    })
    const racers = Array.from({ length: PROGRAMS }, async () => {
      const racer = spawn(process.execPath, [RACER, path, String(THINGS)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const ended = once(racer, 'close')
      await once(racer.stdout, 'data')
      return { racer, ended, said: text(racer.stdout) }
    })
    const ready = await Promise.all(racers)
    for (const { racer } of ready) racer.stdin.end('partez')
    const won: string[] = (await Promise.all(ready.map(({ said }) => said))).flatMap((said) =>
      JSON.parse(said),
    )
    expect(await Promise.all(ready.map(({ ended }) => ended))).toEqual(ready.map(() => [0, null]))
    const all = ['memo', 'changement', 'avis', 'envoi', 'nouveau'].flatMap((kind) =>
      Array.from({ length: THINGS }, (_, number) => `${kind} ${number}`),
    )
    expect(won.toSorted()).toEqual(all.toSorted())
    await storage.close()
  }, 60_000)
}
