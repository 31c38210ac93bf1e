// How PostgreSQL says what migrations say in words of every database. Changes no query.
import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type DataTypeNode as DataType,
  GeneratedNode,
  PostgresQueryCompiler,
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
}
