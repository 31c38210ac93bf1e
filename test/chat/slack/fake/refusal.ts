// How Slack says no: a code, sometimes with messages beside it. Carries nothing out.

/** Answered as `{ ok: false, error: code, …details }`. */
export class Refusal extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** A refusal that points at what is wrong, as `[ERROR] why [json-pointer:/blocks/0]`. */
export function pointedRefusal(code: string, problems: readonly string[]): Refusal {
  return new Refusal(code, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  })
}
