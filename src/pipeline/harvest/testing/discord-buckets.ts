/** How many requests to one channel or guild Discord lets through in which time. */
export interface DiscordLimit {
  readonly requests: number
  readonly seconds: number
}

/** What is left of a limit after a request. */
export interface BucketState {
  readonly exceeded: boolean
  readonly headers: Readonly<Record<string, string>>
}

/** Counts requests as Discord does: each bucket is filled again some time after the first request that it counts. */
export function discordBuckets({ requests, seconds }: DiscordLimit): (bucket: string) => BucketState {
  const buckets = new Map<string, { used: number; readonly end: number }>()
  return (name) => {
    const now = Date.now()
    const found = buckets.get(name)
    const bucket = found === undefined || found.end <= now ? { used: 0, end: now + seconds * 1000 } : found
    buckets.set(name, bucket)
    const exceeded = bucket.used >= requests
    if (!exceeded) bucket.used += 1
    const left = (bucket.end - now) / 1000
    return {
      exceeded,
      headers: {
        'x-ratelimit-bucket': Buffer.from(name).toString('hex').slice(0, 32),
        'x-ratelimit-limit': String(requests),
        'x-ratelimit-remaining': String(requests - bucket.used),
        'x-ratelimit-reset': (bucket.end / 1000).toFixed(3),
        'x-ratelimit-reset-after': left.toFixed(3),
        ...(exceeded ? { 'retry-after': String(Math.ceil(left)), 'x-ratelimit-scope': 'user' } : {}),
      },
    }
  }
}
