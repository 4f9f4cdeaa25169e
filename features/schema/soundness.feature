Feature: Objects that are there and do not work
  A constraint that was never validated says nothing of the rows that were there before it, an index that failed on its
  way is written to and never read, and a table that was made anew has lost who may read it. Each of them is in the
  catalog under its right name.

  @SCH205 @engine:postgres
  Rule: every constraint is validated, and every index is valid

    Scenario: after the refactoring
      Given the database migrated to head
      Then no constraint and no index is unfinished

  @SCH206 @engine:postgres
  Rule: nobody loses or gains a privilege

    Scenario: privileges on the tables that were there before
      Given the database migrated from "DedupSnapshots" to head
      Then the privileges are the same as before

    Scenario: taken back
      Given the database migrated from "DedupSnapshots" to head
      When the database migrates to "DedupSnapshots"
      Then the privileges are the same as before
      And every migration goes through
        | DropUnusedTables  |
        | AddMissingIndexes |
        | NormalizeUserIds  |
        | NormalizeUserIds  |
        | AddMissingIndexes |
        | DropUnusedTables  |
