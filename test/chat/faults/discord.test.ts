// Discord under faults, through the real program and the real discord.js.
import { testFaults } from './fault-tests.ts'
import { DISCORD } from './play-faults.ts'

testFaults('Discord', DISCORD)
