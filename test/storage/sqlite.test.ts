// The contract of storage on SQLite in a file.
import { describeStorage } from './contract.ts'
import { newDatabasePath } from './database-files.ts'

describeStorage('SQLite', newDatabasePath)
