// Loaded with `--import` into every worker of a parallel run: TypeScript is to run there as it does in the first
// process, and only that one may write to standard output.
import { basename } from 'node:path'
import { register } from 'tsx/esm/api'

register()

// The variable reaches every process below; only a worker of Cucumber's is to be silenced. What a step starts on its
// own account gets the surroundings that the user had.
if (basename(process.argv[1] ?? '') === 'run_worker.js') {
  process.stdout.write = process.stderr.write.bind(process.stderr)
  const before = process.env.STAGEGATE_NODE_OPTIONS
  if (before === undefined || before === '') delete process.env.NODE_OPTIONS
  else process.env.NODE_OPTIONS = before
}
