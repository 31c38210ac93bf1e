// What a terminal bears. Only numbers, each with its source.

export const CONSOLE_LIMITS = {
  /** Columns of a line: the VT100 of 1978, and still what a terminal opens with. */
  lineColumns: 80,
  /** Columns by which quotes and lists stand in. */
  indentColumns: 2,
} as const
