// What is shipped for Prometheus and Grafana speaks of metrics that there are, and leaves none out. Asks no Prometheus.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { countConditions, type Measures } from '../../src/core/measures.ts'
import { NOTHING_SHARED } from '../../src/core/task.ts'
import { createMetrics } from '../../src/web/metrics.ts'
import { hasLooseMark } from '../french-marks.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

interface Panel {
  readonly title: string
  readonly description?: string
  readonly targets?: readonly { readonly expr: string }[]
}

interface Rule {
  readonly alert: string
  readonly expr: string
  readonly annotations: { readonly summary: string; readonly description: string }
}

const panels: readonly Panel[] = JSON.parse(read('config/grafana-dashboard.json')).panels
const rules: readonly Rule[] = parse(read('config/prometheus-alerts.yaml')).groups[0].rules
const guide = read('docs/operations.md')

const NOW = Date.parse('2026-03-17T08:00:00+01:00')

/** Of a program that has everything to tell. */
const MEASURES: Measures = {
  takenAt: NOW,
  feeds: countConditions([], NOW),
  drafts: { recent: { count: 0 }, old: { count: 0 }, unreadable: { count: 0 } },
  open: { deliveries: 0, notices: 0, alerts: 0 },
  late: { making: 0, delivering: 0 },
  tasks: NOTHING_SHARED,
  lastBeatAt: NOW,
  lastBackupAt: NOW,
  databaseBytes: 1,
}

const connections = new Map([['slack', true]])
const exposed = await createMetrics('1.2.3').render({ measures: MEASURES, seconds: 0, connections })
const names = new Set([...exposed.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name))
const ours = [...names].filter((name) => name.startsWith('pressoir_'))

/** A histogram is asked by its parts. */
const wholeName = (name: string): string => name.replace(/_(?:bucket|sum|count)$/, '')

const METRIC = /\b((?:pressoir|process|nodejs)_\w+)(?:\{([^}]*)\})?/g

function selectorsOf(expression: string) {
  return [...expression.matchAll(METRIC)].map(([, name = '', labels = '']) => ({
    name,
    labels: [...labels.matchAll(/(\w+)(=~?)"([^"]*)"/g)].map(([, label = '', how = '', value = '']) => ({
      label,
      values: how === '=~' ? value.split('|') : [value],
    })),
  }))
}

/** Lines of a metric that carry this label with this value. */
function isExposed(name: string, label: string, value: string): boolean {
  return exposed
    .split('\n')
    .some((line) => line.startsWith(`${name}{`) && line.includes(`${label}="${value}"`))
}

const expressions: readonly (readonly [what: string, expression: string])[] = [
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
]

describe('an expression', () => {
  it.each(expressions)('of « %s » asks for what there is', (_what, expression) => {
    const selectors = selectorsOf(expression)
    expect(selectors.length).toBeGreaterThan(0)
    for (const { name, labels } of selectors) {
      expect(names).toContain(wholeName(name))
      // The job is Prometheus’s own label.
      const asked = labels.filter(({ label }) => label !== 'job')
      const missing = asked.flatMap(({ label, values }) =>
        values.filter((value) => !isExposed(name, label, value)),
      )
      expect(missing).toEqual([])
    }
  })
})

describe('each metric of ours', () => {
  const shown = new Set(
    panels
      .flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => selectorsOf(expr)))
      .map(({ name }) => wholeName(name)),
  )

  it.each(ours)('%s is shown, and explained in the guide', (name) => {
    expect(shown).toContain(name)
    expect(guide).toContain(`\`${name}\``)
  })
})

describe('each alarm', () => {
  it.each(rules)('$alert is told in French and explained in the guide', ({ alert, annotations }) => {
    const { summary, description } = annotations
    for (const sentence of [summary, description]) expect(sentence).toMatch(/^[A-ZÉ{].*[.»]$/u)
    expect(guide).toContain(`\`${alert}\``)
  })
})

it('keeps French marks beside their words', () => {
  const told = [
    ...panels.flatMap(({ title, description = '' }) => [title, description]),
    ...rules.flatMap(({ annotations }) => [annotations.summary, annotations.description]),
  ]
  expect(told.filter(hasLooseMark)).toEqual([])
})
