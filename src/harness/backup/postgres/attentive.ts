import type { PostgresConnection } from '../../observation/postgres/postgres-connection.ts'

/** A connection that asks nothing more as soon as nobody wants to know. */
export function attentive(db: PostgresConnection, signal: AbortSignal | undefined): PostgresConnection {
  return {
    ...db,
    all: <Row>(...args: Parameters<PostgresConnection['all']>) => {
      signal?.throwIfAborted()
      return db.all<Row>(...args)
    },
    texts: (...args) => {
      signal?.throwIfAborted()
      return db.texts(...args)
    },
  }
}
