import { describe, it } from 'node:test'
import { expect } from 'chai'
import { withConnection } from './connect.ts'
import { otherSessions } from './other-sessions.ts'
import { needsPostgres } from './testing/needs-postgres.ts'
import { temporaryRole, temporarySource } from './testing/temporary-source.ts'

describe('otherSessions', needsPostgres, () => {
  it('names everybody else who is connected to this database, and nobody who is not', async () => {
    await using source = await temporarySource('SELECT 1')
    expect(await otherSessions(source.address)).to.deep.equal([])
    await withConnection(source.address, async (client) => {
      await client.query("SET application_name = 'harvest'")
      const { rows } = await client.query<{ pid: number; role: string }>(
        'SELECT pg_backend_pid() AS pid, current_user AS role',
      )
      const [own] = rows
      expect(await otherSessions(source.address)).to.deep.equal([`${own?.pid} (harvest of ${own?.role})`])
    })
  })

  it('names them also to a user who may see little of others', async () => {
    await using role = await temporaryRole()
    await using source = await temporarySource('SELECT 1')
    await withConnection(source.address, async () => {
      const { user, password } = role
      const seen = await otherSessions({ ...source.address, user, password })
      expect(seen.join()).to.match(new RegExp(`^\\d+ \\(stagegate of ${source.address.user}\\)$`))
    })
  })
})
