#!/usr/bin/env node
// Plain JavaScript on purpose: the door that even an old Node can open. It never does the work itself.
// Nothing newer than ES2020, so no await out here: an old Node would refuse the file before it could say why.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    'Pressoir demande Node 24 et tourne ici sur Node ' +
      process.versions.node +
      '\u00A0: lancez «\u202Fnpm ci\u202F» sans --ignore-scripts, ou installez Node 24 (https://nodejs.org).\n',
  )
  process.exitCode = 2
} else {
  import('node:module').then(({ enableCompileCache }) => {
    // Stripped types and compiled code are kept between runs: a start takes a third of the time (ADR 10).
    enableCompileCache()
    return import('./src/main.ts')
  })
}
