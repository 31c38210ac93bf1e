// How PostgreSQL says what is said in words of every database. Changes nothing of what is asked.
import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type DataTypeNode as DataType,
  GeneratedNode,
  InsertQueryNode,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type ValuesNode,
} from 'kysely'

export class PostgresCompiler extends PostgresQueryCompiler {
  /** An integer that is the key and may be left out: SQLite numbers such rows by itself. */
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const isNumbered = DataTypeNode.is(node.dataType) && node.dataType.dataType === 'integer'
    super.visitColumnDefinition(
      isNumbered && node.primaryKey === true && node.notNull !== true
        ? {
            ...node,
            dataType: DataTypeNode.create('bigint'),
            generated: GeneratedNode.create({ byDefault: true, identity: true }),
          }
        : node,
    )
  }

  /** Texts are in the order of their characters, as in SQLite: no two places may sort the same names otherwise. */
  protected override visitDataType(node: DataType): void {
    super.visitDataType(node)
    if (node.dataType === 'text') this.append(' collate "C"')
  }

  /**
   * Several rows are one parameter: the server knows the statement already, however many there are. A list of five hundred
   * rows is as many placeholders as there are values, 5 ms of reading and planning on both ends.
   */
  protected override visitValues(node: ValuesNode): void {
    const insert = this.parentNode
    if (insert === undefined || !InsertQueryNode.is(insert) || insert.into === undefined)
      return super.visitValues(node)
    const rows = node.values.length > 1 ? asJson(insert, node) : undefined
    if (rows === undefined) return super.visitValues(node)
    this.append('select ')
    this.compileList(insert.columns ?? [])
    this.append(' from json_populate_recordset(null::')
    this.visitNode(insert.into)
    this.append(', ')
    this.appendValue(rows)
    this.append(')')
  }
}

/** Undefined where JSON cannot say it as it is. */
function asJson({ columns = [] }: InsertQueryNode, { values }: ValuesNode): string | undefined {
  const names = columns.map(({ column }) => column.name)
  const rows: Record<string, unknown>[] = []
  for (const row of values) {
    if (!PrimitiveValueListNode.is(row) || !row.values.every(isPlain)) return undefined
    rows.push(Object.fromEntries(row.values.map((value, index) => [names[index] ?? '', value])))
  }
  const json = JSON.stringify(rows)
  // Half a character, which the driver mends, and what no text of PostgreSQL holds.
  return /\\u(?:d|0000)/u.test(json) ? undefined : json
}

const isPlain = (value: unknown): boolean =>
  value === null || typeof value === 'string' || Number.isFinite(value) || typeof value === 'boolean'
