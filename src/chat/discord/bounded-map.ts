// A memory that does not grow: what was written first is forgotten first. Keeps nothing across a restart.

export interface BoundedMap<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  remove(key: string): void
}

export function createBoundedMap<Value>(size: number): BoundedMap<Value> {
  const values = new Map<string, Value>()
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > size && oldest !== undefined) values.delete(oldest)
    },
    remove: (key) => {
      values.delete(key)
    },
  }
}
