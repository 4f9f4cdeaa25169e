@database
Feature: The database that was named
  A rehearsal reads it once, and works on copies. Whatever happens there, it is left as it was. With --live others write to
  it meanwhile, and then of its rows only this can be said, that they are there.

  @DAT313 @last
  Rule: the database that was named is as it was

    Scenario: its schema and every row, when everything else has been done
      Given the database as it was taken in, migrated to head
      Then the database that was named has the same catalog and the same rows
