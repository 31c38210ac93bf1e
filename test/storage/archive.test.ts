// The files of the archive: whole or not there, whoever writes them at the same time.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeArchive } from '../../src/storage/archive.ts'
import { newFolder } from './database-files.ts'

const FILES = [
  { path: '2026/03/matin.md', content: '# La revue du matin\n'.repeat(5000) },
  { path: '2026/03/matin.json', content: '{"digest": "matin"}' },
]

describe('the archive', () => {
  it('is whole when several write it at once, and nothing else is left', async () => {
    const folder = await newFolder()
    await Promise.all(Array.from({ length: 8 }, () => writeArchive(folder, FILES)))
    expect((await readdir(join(folder, '2026/03'))).toSorted()).toEqual(['matin.json', 'matin.md'])
    for (const { path, content } of FILES) expect(await readFile(join(folder, path), 'utf8')).toBe(content)
  })

  it('says which file cannot be written, leaves no draft, and is written once it can be', async () => {
    const folder = await newFolder()
    const path = join(folder, '2026/03/matin.md')
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'plein'), '')
    await expect(writeArchive(folder, FILES)).rejects.toMatchObject({
      failure: { code: 'file-unwritable', path },
    })
    expect(await readdir(join(folder, '2026/03'))).toEqual(['matin.md'])
    await rm(path, { recursive: true })
    await writeArchive(folder, FILES)
    expect(await readFile(path, 'utf8')).toBe(FILES[0]?.content)
  })
})
