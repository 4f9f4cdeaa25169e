/**
 * A process that is there to be killed. It says that it is ready, waits for a line, and then does what its argument says;
 * it tells when the last thing before the names are given has begun, and when it is done.
 */
import { once } from 'node:events'
import { createBackup } from '../../src/harness/backup/create-backup.ts'
import { restoreBackup } from '../../src/harness/backup/restore-backup.ts'

const { work, request } = JSON.parse(process.argv[2] ?? '{}')
process.stdout.write('ready\n')
await once(process.stdin, 'data')
const all = {
  ...request,
  at: new Date(request.at),
  onProgress: ({ what }: { readonly what: string }) => {
    if (what === 'bytes of database summed up') process.stdout.write('late\n')
  },
}
if (work === 'create') await createBackup(all)
else await restoreBackup(all)
process.stdout.write('done\n')
process.exit(0)
