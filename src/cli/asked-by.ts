/** Where a person or a CI system says who asked for what is running, the most deliberate first. */
const VARIABLES = [
  'STAGEGATE_ASKED_BY',
  'GITHUB_ACTOR',
  'GITLAB_USER_LOGIN',
  'BUILD_USER_ID',
  'USER',
  'LOGNAME',
]

/** Who asked for a run, as its environment says; null where it says nothing. */
export function askedBy(env: Readonly<Record<string, string | undefined>>): string | null {
  const said = VARIABLES.map((name) => env[name]?.trim() ?? '')
  return said.find((name) => name !== '') ?? null
}
