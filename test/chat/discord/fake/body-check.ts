// Collects what is wrong in a request body and gives it as Discord's tree of errors. Never stops at the first fault.
import { isRecord, type Json } from './json.ts'

export interface Problem {
  /** Keys from the root, with dots: `embeds.0.title`. Empty: the body itself. */
  readonly path: string
  readonly code: string
  readonly message: string
}

export interface TextRule {
  readonly min?: number
  readonly max: number
  readonly isRequired?: boolean
}

/** Lengths are UTF-16 units: at least what Discord counts, so a text that passes here passes there. */
export class BodyCheck {
  readonly problems: Problem[] = []

  add(path: string, code: string, message: string): void {
    this.problems.push({ path, code, message })
  }

  /** Refuses keys outside of `keys`. Discord ignores some of them: we want none, they are always mistakes. */
  keys(path: string, value: Json, keys: readonly string[]): void {
    for (const key of Object.keys(value))
      if (!keys.includes(key)) this.add(join(path, key), 'UNKNOWN_KEY', `Discord knows no key "${key}" here`)
  }

  text(path: string, value: unknown, rule: TextRule): void {
    if (value === undefined || value === null) {
      if (rule.isRequired === true) this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
    } else if (typeof value !== 'string') {
      this.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')
    } else if (value.trim().length < (rule.min ?? 0)) {
      this.add(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${rule.min ?? 0} or more in length.`)
    } else if (value.length > rule.max) {
      this.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${rule.max} or fewer in length.`)
    }
  }

  whole(path: string, value: unknown, min: number, max: number, isRequired = false): void {
    if (value === undefined || value === null) {
      if (isRequired) this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
    } else if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.add(path, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not int.`)
    } else if (value < min || value > max) {
      this.add(path, 'NUMBER_TYPE_RANGE', `int value should be between ${min} and ${max}.`)
    }
  }

  flag(path: string, value: unknown): void {
    if (value !== undefined && value !== null && typeof value !== 'boolean')
      this.add(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
  }

  /** The items of a list whose length must lie between `min` and `max`; an absent list has none. */
  list(path: string, value: unknown, min: number, max: number): readonly unknown[] {
    if (value === undefined || value === null) {
      if (min > 0) this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
      return []
    }
    if (!Array.isArray(value)) {
      this.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
      return []
    }
    if (value.length < min || value.length > max)
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    return value
  }

  /** The items that are objects; the others are refused. */
  records(path: string, value: unknown, min: number, max: number): readonly Json[] {
    const items = this.list(path, value, min, max)
    items.forEach((item, place) => {
      if (!isRecord(item))
        this.add(`${path}.${place}`, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    })
    return items.map((item) => (isRecord(item) ? item : {}))
  }

  /** An address that Discord takes: http or https, and `attachment://` where files are shown. */
  address(path: string, value: unknown, max: number, schemes = /^https?:$/): void {
    this.text(path, value, { min: 1, max, isRequired: true })
    if (typeof value !== 'string') return
    const scheme = URL.canParse(value) ? new URL(value).protocol : ''
    if (!schemes.test(scheme)) this.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  }

  /** `{embeds: {0: {title: {_errors: [{code, message}]}}}}`. */
  tree(): Json {
    const root: Json = {}
    for (const { path, code, message } of this.problems) {
      let node = root
      for (const key of path === '' ? [] : path.split('.')) {
        const child = node[key]
        const next: Json = isRecord(child) ? child : {}
        node[key] = next
        node = next
      }
      node['_errors'] = [...(Array.isArray(node['_errors']) ? node['_errors'] : []), { code, message }]
    }
    return root
  }
}

export const join = (path: string, key: string | number): string =>
  path === '' ? `${key}` : `${path}.${key}`
