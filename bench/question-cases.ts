// Asks our own question–answer cases of the whole program and prints scores. Usage: node bench/question-cases.ts [--fails]
import { ASKED_AT, QUESTION_CASES } from '../test/services/question-cases.ts'
import { askAll, importAll } from '../test/services/question-cases/ask-all.ts'
import { sumByKind, sumByPhenomenon, sumSides, verbatimShare } from '../test/services/question-cases/sums.ts'
import { scoreCase } from '../test/services/question-cases/score.ts'
import { QUESTION_ARTICLES } from '../test/fixtures/question-articles.ts'

const storage = await importAll(QUESTION_ARTICLES, ASKED_AT)
const scored = (await askAll(storage, QUESTION_CASES, ASKED_AT)).map((answered) => {
  return { ...answered, ...scoreCase(answered) }
})
await storage.close()

const share = (value: number | undefined): string => (value === undefined ? '  -  ' : value.toFixed(3))
const print = (line: string): void => void process.stdout.write(`${line}\n`)

function printTable(title: string, rows: ReturnType<typeof sumByKind>): void {
  print(`\n${title.padEnd(30)}    n  score  precision  recall  refused`)
  for (const { name, count, score, precision, recall, refused } of rows)
    print(
      `${name.padEnd(30)} ${String(count).padStart(4)}  ${share(score)}      ${share(precision)}   ${share(recall)}    ${share(refused)}`,
    )
}

printTable('kind', sumByKind(scored))
printTable('phenomenon', sumByPhenomenon(scored))
print('')
for (const { side, right, of } of sumSides(scored)) print(`${side.padEnd(10)} ${right} of ${of}`)
print(`verbatim   ${share(verbatimShare(scored, QUESTION_ARTICLES))}`)
const times = scored.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other)
print(
  `ms         median ${times[Math.floor(times.length / 2)]?.toFixed(1)}, longest ${times.at(-1)?.toFixed(1)}`,
)

if (process.argv.includes('--fails')) {
  print('')
  for (const { asked, score, fault } of scored.filter((one) => one.score < 1))
    print(
      `${score.toFixed(2)} ${asked.kind.padEnd(13)} ${asked.phenomenon.padEnd(26)} ${asked.question.slice(0, 90)}\n       ${fault}`,
    )
}
