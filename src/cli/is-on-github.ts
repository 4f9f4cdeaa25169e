import type { CliEnvironment } from './cli-environment.ts'

/** Whether a workflow of GitHub runs us, so that it reads commands in what is printed. */
export function isOnGithub(env: CliEnvironment['env']): boolean {
  return env.GITHUB_ACTIONS === 'true'
}
