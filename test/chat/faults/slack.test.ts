// Slack under faults, through the real program and the real Bolt.
import { testFaults } from './fault-tests.ts'
import { SLACK } from './play-faults.ts'

testFaults('Slack', SLACK)
