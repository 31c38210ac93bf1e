// What one check of the doctor found. A warning does not make the verb fail.

export interface Verdict {
  readonly kind: 'good' | 'warning' | 'bad'
  readonly line: string
}

export function good(line: string): Verdict {
  return { kind: 'good', line }
}

export function warning(line: string): Verdict {
  return { kind: 'warning', line }
}

export function bad(line: string): Verdict {
  return { kind: 'bad', line }
}
