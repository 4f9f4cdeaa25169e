const KIB = 1024

/** The most memory that this process has held since it began, resident, in bytes; 0 where the system does not tell. */
export function observeMemory(): number {
  return process.resourceUsage().maxRSS * KIB
}
