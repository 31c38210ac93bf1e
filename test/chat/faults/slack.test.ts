// Slack under faults, through the real program and the real Bolt.
import { testFaults } from './fault-tests.ts'
import { openSlack } from './slack-platform.ts'

testFaults('Slack', openSlack)
