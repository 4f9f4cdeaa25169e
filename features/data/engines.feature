Feature: The same clan on every engine
  A clan that outgrows one file moves to a server. Its rows are compared value by value, in a form that is the same on
  both engines, in which moments are told to the microsecond.

  @DAT312 @engine:postgres @fixture
  Rule: the rows are the same as on SQLite

    Scenario: before the refactoring
      Given the database at "DedupSnapshots"
      Then every row is the same as on "sqlite" at "DedupSnapshots"

    Scenario: after the refactoring, ids and links included
      Given the database migrated to head
      Then every row is the same as on "sqlite" at head
