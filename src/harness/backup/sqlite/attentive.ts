import type { Connection } from '../../observation/connection.ts'

/** A connection that asks nothing more as soon as nobody wants to know. */
export function attentive<C extends Pick<Connection, 'all'>>(db: C, signal?: AbortSignal): C {
  return {
    ...db,
    all: <Row>(...args: Parameters<Connection['all']>) => {
      signal?.throwIfAborted()
      return db.all<Row>(...args)
    },
  }
}
