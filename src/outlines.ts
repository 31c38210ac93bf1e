// Lists of feeds as the services know them: the readers and the packs behind one door. Knows no network.
import { readPack } from './config/packs.ts'
import { readOpml, writeOpml } from './feeds/opml.ts'
import type { Outlines } from './ports.ts'

export const outlines: Outlines = { read: readOpml, write: writeOpml, pack: readPack }
