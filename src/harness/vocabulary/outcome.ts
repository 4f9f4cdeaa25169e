/**
 * What a gate says of one measurement: it `held`, it was `breached`, or it was `vacuous`: it cannot say, because it
 * looked at nothing, or because what it measured is too uncertain to decide.
 */
export type Outcome = 'held' | 'breached' | 'vacuous'
