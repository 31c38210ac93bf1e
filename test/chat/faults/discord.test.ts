// Discord under faults, through the real program and the real discord.js.
import { testFaults } from './fault-tests.ts'
import { openDiscord } from './discord-platform.ts'

testFaults('Discord', openDiscord)
