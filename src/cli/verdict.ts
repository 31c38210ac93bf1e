// What one check of the doctor found. Decides nothing.

/** A warning does not make the verb fail. */
export interface Verdict {
  readonly kind: 'good' | 'warning' | 'bad'
  readonly line: string
}
