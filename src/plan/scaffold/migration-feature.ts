/** The codes of the gates that every migration owes. */
export interface OwedGates {
  readonly applies: string
  readonly catalog: string
  readonly rows: string
  readonly roundTrip: string
}

/** The feature of a new migration: the gates that every migration owes, in sentences that there are. */
export function migrationFeature(name: string, before: string, gates: OwedGates): string {
  return `Feature: ${name}
  What every migration owes: it goes through, leaves the schema that somebody has read and accepted, keeps the rows, and
  can be taken back. What this one is for beyond that is yours to add.

  @${gates.applies}
  Rule: ${name} goes through, and is recorded

    Scenario: from the state before it
      Given the database at "${before}"
      When the database migrates to "${name}"
      Then every migration goes through
        | ${name} |
      And the record lists every migration up to "${name}"

  @${gates.catalog}
  Rule: the catalog after ${name} is exactly the accepted baseline

    Scenario: from the state before it
      Given the database at "${before}"
      When the database migrates to "${name}"
      Then every migration goes through
        | ${name} |
      And the catalog is the baseline of "${name}" with what was made by hand

    Scenario: from nothing
      Given an empty database
      When the database migrates to "${name}"
      Then the record lists every migration up to "${name}"
      And the catalog is the baseline of "${name}"

  @${gates.rows}
  Rule: ${name} loses no row and changes no value

    Scenario: rows before and after
      Given the database at "${before}"
      When the database migrates to "${name}"
      Then every migration goes through
        | ${name} |
      And every table has as many rows as before
      And every row is the same as before

  @${gates.roundTrip}
  Rule: ${name} can be taken back and applied again

    Scenario: taken back, it gives back schema and rows
      Given the database at "${before}"
      When the database migrates to "${name}"
      And the database migrates to "${before}"
      Then every migration goes through
        | ${name} |
        | ${name} |
      And the catalog is the same as before
      And every row is the same as before
      And the record is the same as before

    Scenario: applied again, it gives the same as the first time
      Given the database migrated to "${name}"
      When the database migrates to "${before}"
      And the database migrates to "${name}"
      Then every migration goes through
        | ${name} |
        | ${name} |
      And the catalog is the same as before
      And every row is the same as before
`
}
