@database
Feature: What a database says of itself
  A rollback that was recorded and did nothing leaves behind what it should have taken away, and nobody looks again,
  because the record says that it is done.

  @SCH207
  Rule: nothing is there that its record says is not

    Scenario: objects that only a later migration makes
      Given the database as it was taken in
      Then nothing is there that only a later migration makes
