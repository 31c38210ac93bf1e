// Several programs on one SQLite file.
import { newDatabasePath } from './database-files.ts'
import { describeRaces } from './races.ts'

describeRaces('SQLite', newDatabasePath)
