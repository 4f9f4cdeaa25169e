Feature: Rolling back
  A rollback that was never rehearsed is a hope. Each migration of the refactoring goes back and forth alone, the last
  one by itself, and all three together; what comes back is compared object by object and row by row.

  @MIG111
  Rule: every migration of the refactoring, taken back, gives back schema and rows

    Scenario Outline: "<migration>", alone
      Given the database migrated from "<before>" to "<migration>"
      When the database migrates to "<before>"
      Then every migration goes through
        | <migration> |
        | <migration> |
      And the catalog is the same as before
      And every row is the same as before, except
        | table        | why                                                                |
        | <not back>   | dropped with its rows, which are in the backup; comes back empty   |

      Examples:
        | migration         | before            | not back        |
        | NormalizeUserIds  | AddMissingIndexes |                 |

      # On a real database they come back together with the last one, below.
      @fixture
      Examples:
        | migration         | before            | not back        |
        | DropUnusedTables  | DedupSnapshots    | skill_snapshots |
        | AddMissingIndexes | DropUnusedTables  |                 |

  # On a real database the last migration goes back and forth with the others, in "three down, three up".
  @MIG112 @fixture
  Rule: every migration of the refactoring, applied again, gives the same as the first time

    Scenario Outline: "<migration>", again
      Given the database migrated to "<migration>"
      When the database migrates to "<before>"
      And the database migrates to "<migration>"
      Then every migration goes through
        | <migration> |
        | <migration> |
      And the catalog is the same as before
      And every row is the same as before

      Examples:
        | migration         | before            |
        | DropUnusedTables  | DedupSnapshots    |
        | AddMissingIndexes | DropUnusedTables  |
        | NormalizeUserIds  | AddMissingIndexes |

  @MIG113
  Rule: the last migration alone can be rolled back

    Scenario: the partial rollback of the plan
      Given the database migrated to head
      When the database migrates to "AddMissingIndexes"
      Then every migration goes through
        | NormalizeUserIds |
      And the record lists every migration up to "AddMissingIndexes"
      And the catalog is the baseline of "AddMissingIndexes" with what was made by hand

  @MIG114
  Rule: the whole refactoring can be rolled back and applied again

    Scenario: three down, three up
      Given the database migrated from "DedupSnapshots" to head
      When the database migrates to "DedupSnapshots"
      Then the catalog is the same as before
      And every row is the same as before, except
        | table           | why                                                              |
        | skill_snapshots | dropped with its rows, which are in the backup; comes back empty |
      And the fingerprints before, after and back are kept
      When the database migrates to head
      Then every migration goes through
        | DropUnusedTables  |
        | AddMissingIndexes |
        | NormalizeUserIds  |
        | NormalizeUserIds  |
        | AddMissingIndexes |
        | DropUnusedTables  |
        | DropUnusedTables  |
        | AddMissingIndexes |
        | NormalizeUserIds  |
      And the catalog is the baseline of "NormalizeUserIds" with what was made by hand
      And every row is the same as in the database migrated to head
      And the fingerprint of what is applied again is kept

  @MIG115
  Rule: child rows survive the rollback of their parents

    Scenario: snapshots, messages and boss rows, after the members' table has been rebuilt
      Given the database migrated to head
      When the database migrates to "AddMissingIndexes"
      Then every table has as many rows as before
      And no row is an orphan
        | link                       | refers to        |
        | boss_snapshots.snapshot_id | wom_snapshots.id |

  @MIG116 @fixture
  Rule: a migration that fails in the middle leaves the state before it

    Scenario Outline: "NormalizeUserIds" fails <where>
      Given the database at "AddMissingIndexes"
      When the migration "NormalizeUserIds" fails <where>
      Then the migration has failed and nothing else
      And the catalog is the same as before
      And every row is the same as before
      And the record is the same as before

      Examples:
        | where                 |
        | half-way              |
        | at its last statement |
