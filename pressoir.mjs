#!/usr/bin/env node
// Plain JavaScript on purpose: the door that even an old Node can open. It never does the work itself.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    'Pressoir demande Node 24 et tourne ici sur Node ' +
      process.versions.node +
      ' : lancez « npm ci » sans --ignore-scripts, ou installez Node 24 (https://nodejs.org).\n',
  )
  process.exit(2)
}
await import('./src/main.ts')
