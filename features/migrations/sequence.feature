Feature: The migration sequence
  The past is migrations 1 to 3, the refactoring 4 to 6. Staging stands at "DedupSnapshots". The same sequence has to
  run there and from nothing, end in the same place, and leave a record that can be trusted.

  @MIG101
  Rule: the refactoring runs from the staging state to head, and every migration is recorded in order

    Scenario: from the staging state
      Given the database at "DedupSnapshots"
      When the database migrates to head
      Then every migration goes through
        | DropUnusedTables  |
        | AddMissingIndexes |
        | NormalizeUserIds  |
      And the record lists every migration in order

  @MIG102
  Rule: the whole sequence runs from an empty database, too

    Scenario: from nothing
      Given an empty database
      When the database migrates to head
      Then every migration goes through
        | InitialSchema           |
        | AddIndexesForPerformance |
        | DedupSnapshots          |
        | DropUnusedTables        |
        | AddMissingIndexes       |
        | NormalizeUserIds        |
      And the record lists every migration in order

  @MIG103
  Rule: a second run changes nothing

    Scenario: head, and head again
      Given the database migrated to head
      When the database migrates to head
      Then no migration runs
      And the catalog is the same as before
      And every row is the same as before
      And the record is the same as before

  @MIG104
  Rule: nothing is pending, nothing unknown is recorded, nothing is out of order

    Scenario: the record against the source code
      Given the database migrated to head
      Then no migration is pending
      And no unknown migration is recorded
      And no migration is recorded out of order
