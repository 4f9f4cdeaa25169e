import { z } from 'zod'

const names = z.array(z.string()).readonly()
const deferrable = z.enum(['no', 'initially immediate', 'initially deferred'])

const column = z
  .strictObject({
    name: z.string(),
    type: z.string().describe('As declared, in upper case.'),
    nullable: z.boolean(),
    default: z.string().nullable(),
    primaryKeyPosition: z.int().nonnegative().describe('From 1; 0 outside the primary key.'),
    generated: z
      .strictObject({ kind: z.enum(['virtual', 'stored']), expression: z.string() })
      .readonly()
      .nullable(),
    collation: z.string().nullable(),
  })
  .readonly()

const indexColumn = z
  .strictObject({
    text: z.string().describe('A column, or the text of an expression.'),
    expression: z.boolean(),
    order: z.enum(['asc', 'desc']),
    nulls: z.enum(['first', 'last']).exactOptional(),
    operatorClass: z.string().exactOptional(),
    collation: z.string().nullable(),
  })
  .readonly()

const index = z
  .strictObject({
    name: z.string().nullable().describe('Null where the engine made it for a constraint.'),
    origin: z.enum(['index', 'unique', 'primary key']),
    unique: z.boolean(),
    columns: z.array(indexColumn).readonly(),
    where: z.string().nullable(),
    valid: z.literal(false).exactOptional(),
    method: z.string().exactOptional(),
    include: names.exactOptional(),
    nullsNotDistinct: z.literal(true).exactOptional(),
    deferrable: deferrable.exactOptional(),
  })
  .readonly()

const foreignKey = z
  .strictObject({
    columns: names,
    table: z.string().describe('The table that it refers to.'),
    references: names,
    onDelete: z.string(),
    onUpdate: z.string(),
    deferrable,
    validated: z.literal(false).exactOptional(),
    match: z.literal('full').exactOptional(),
  })
  .readonly()

const privilege = z
  .strictObject({
    role: z.string(),
    right: z.string(),
    column: z.string().nullable(),
    grantable: z.boolean(),
  })
  .readonly()

const policy = z
  .strictObject({
    name: z.string(),
    permissive: z.boolean(),
    command: z.string(),
    roles: names,
    using: z.string().nullable(),
    check: z.string().nullable(),
  })
  .readonly()

const sequence = z
  .strictObject({
    name: z.string(),
    type: z.string(),
    start: z.string(),
    increment: z.string(),
    least: z.string(),
    most: z.string(),
    cycle: z.boolean(),
    owner: z.string().nullable(),
  })
  .readonly()

const table = z
  .strictObject({
    name: z.string(),
    columns: z.array(column).readonly(),
    primaryKey: names,
    autoIncrement: z.boolean(),
    withoutRowid: z.boolean(),
    strict: z.boolean(),
    indexes: z.array(index).readonly(),
    foreignKeys: z.array(foreignKey).readonly(),
    checks: names,
    privileges: z.array(privilege).readonly().exactOptional(),
    rowSecurity: z
      .strictObject({ enabled: z.boolean(), forced: z.boolean(), policies: z.array(policy).readonly() })
      .readonly()
      .exactOptional(),
    owner: z.string().exactOptional(),
    storage: names.exactOptional(),
    inherits: names.exactOptional(),
    partitions: z.strictObject({ by: z.string(), parts: names }).readonly().exactOptional(),
    rules: names.exactOptional(),
  })
  .readonly()

/** The shape of a `Catalog`. */
export const catalogSchema = z
  .strictObject({
    tables: z.array(table).readonly(),
    views: z
      .array(
        z
          .strictObject({ name: z.string(), sql: z.string(), materialized: z.literal(true).exactOptional() })
          .readonly(),
      )
      .readonly(),
    triggers: z
      .array(z.strictObject({ name: z.string(), table: z.string(), sql: z.string() }).readonly())
      .readonly(),
    virtualTables: z.array(z.strictObject({ name: z.string(), sql: z.string() }).readonly()).readonly(),
    sequences: z.array(sequence).readonly().exactOptional(),
    extensions: names.exactOptional(),
  })
  .readonly()
