/**
 * What a gate says of one measurement: it `held`, it was `breached`, or it was `vacuous`: it looked at
 * nothing, so it can say nothing.
 */
export type Outcome = 'held' | 'breached' | 'vacuous'
