// Plain `npx cucumber-js`, for developers: the same plan, the same steps, the same verdict and exit code as
// `stagegate verify`, without reports. `-p tiny`, `-p staging`, `-p production`, `-p load` choose the fixture, `-p nightly`
// runs what is run once a night, `-p harness` the features about Stagegate itself.
import { fileURLToPath } from 'node:url'

export default async function profiles() {
  process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('./tsconfig.json', import.meta.url))
  const { register } = await import('tsx/esm/api')
  register()
  const { cucumberProfiles } = await import('./src/plan/cucumber-profiles.ts')
  const { workerEnvironment } = await import('./src/plan/worker-environment.ts')
  const { listProfiles } = await import('./src/fixture/list-profiles.ts')
  Object.assign(process.env, workerEnvironment(process.env))
  const plugins = ['./src/plan/selection-plugin.ts', './src/cli/verdict-plugin.ts']
  return cucumberProfiles(
    await listProfiles(),
    plugins.map((path) => new URL(path, import.meta.url).href),
  )
}
