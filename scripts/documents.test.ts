import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { buildDatabase } from '../src/fixture/databases/build-database.ts'
import { loadRecipe } from '../src/fixture/databases/load-recipe.ts'
import { loadDataSource } from '../src/harness/target/load-data-source.ts'
import { openStore } from '../src/harness/target/open-store.ts'

const ROOT = resolve(import.meta.dirname, '..')

const LEFT_OUT = new Set(['node_modules', '.git', '.cache', 'reports'])

/** Commands of the documents that something else runs, and what. Everything else is run here. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  'npm ci && npm run staging': '.ci/run',
  'npm ci && npm test': '.ci/run',
  'npm run check': '.ci/run',
  'npx stagegate verify --profile production --parallel 2': '.ci/run, as npm run staging',
  'npx stagegate verify': 'scripts/test.ts',
  'npx stagegate verify --engine sqlite --engine postgres': 'scripts/test.ts, where there is an engine',
  'npx stagegate verify --engine postgres': 'scripts/test.ts, as the half of both',
  'npm run staging -- --engine postgres': '.ci/run',
  'engine=$(.ci/container-engine.sh) && eval "$engine"': '.ci/run',
  'systemctl --user start podman.socket': 'a person, on a machine with podman',
  'export DOCKER_HOST=unix://$XDG_RUNTIME_DIR/podman/podman.sock': 'a person, on a machine with podman',
  'npx stagegate adopt --database clan_data_staging.db':
    'src/cli/adopt.test.ts: without --yes it says what it would do, which is no success',
  'npx stagegate backup verify backups/clan_data_20251222_180000.db': 'src/cli/backup.test.ts',
  'npx stagegate backup restore backups/clan_data_20251222_180000.db --database clan_data.db --yes':
    'src/cli/backup.test.ts',
  'npm run nightly': 'once a night: long, and 20 GB of disk',
  'npm run bench -- --only analytics': 'whoever measures: timings are noise and apart from the tests',
  'npm run baselines:accept': 'scripts/walk.test.ts',
  'npx stagegate new migration AddAccountTypeToMembers': 'scripts/walk.test.ts',
  'npx stagegate verify features/migrations/add-account-type-to-members.feature --profile tiny':
    'scripts/walk.test.ts',
  'npx stagegate verify --profile tiny --tags @SCH203': 'scripts/walk.test.ts',
  'npx stagegate verify --profile tiny --tags "@MIG101 or @MIG102 or @MIG113 or @MIG114 or @SCH202 or @BAK602"':
    'scripts/walk.test.ts',
  'npm run steps:write': 'scripts/steps-page.test.ts compares what it would write',
  'npm run goldens:accept': 'a person: it changes what is accepted',
  'npm run schema:write':
    'src/harness/report/run-document-schema.test.ts and src/pipeline/dashboard/dashboard-schema.test.ts compare what it would write',
}

async function makeDatabase(file: string): Promise<void> {
  await using store = await openStore('sqlite')
  const source = await loadDataSource(join(ROOT, 'ormconfig.ts'))
  await buildDatabase(await loadRecipe('production-as-it-is'), { store, source, file })
}

async function commandsOf(document: string): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, document), 'utf8')
  const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, block]) => block ?? '')
  return blocks.flatMap((block) =>
    block.split('\n').flatMap((line) => line.replace(/\s+#.*$/, '').trim() || []),
  )
}

describe('examples of the documents', async () => {
  let scratch: string
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'stagegate-documents-'))
    // In a copy, so that nobody's reports are overwritten by those of the examples.
    await cp(ROOT, join(scratch, 'project'), {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(relative(ROOT, path)),
    })
    await symlink(join(ROOT, 'node_modules'), join(scratch, 'project', 'node_modules'))
    // The real databases that examples speak of.
    for (const name of ['clan_data', 'clan_data_staging'])
      await makeDatabase(join(scratch, 'project', `${name}.db`))
  })
  after(() => rm(scratch, { recursive: true }))

  for (const document of ['README.md', 'CONTRIBUTING.md']) {
    for (const command of await commandsOf(document)) {
      if (command in RUN_ELSEWHERE) continue
      it(`${document}: ${command}`, () => {
        const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
          cwd: join(scratch, 'project'),
          encoding: 'utf8',
          env: {
            ...process.env,
            NODE_OPTIONS: '',
            STAGEGATE_CACHE: join(scratch, 'cache'),
            STAGEGATE_DATABASE: join(scratch, 'clan_data.db'),
            // Clearing fixtures would take them from tests that run beside this one.
            STAGEGATE_POSTGRES_URL: '',
          },
        })
        expect(status, `${stdout}\n${stderr}`).to.equal(0)
      })
    }
  }

  it('names only commands of npm that exist', async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
    const documents = await Promise.all(['README.md', 'CONTRIBUTING.md'].map(commandsOf))
    const named = documents
      .flat()
      .flatMap((command) => [...command.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name))
    expect(named.filter((name) => !(name && name in scripts))).to.deep.equal([])
    expect(named).to.not.have.length(0)
  })
})
