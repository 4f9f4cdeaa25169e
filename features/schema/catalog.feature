Feature: The schema
  A baseline is a catalog that a person has read and accepted: tables, columns with types, nullability and defaults,
  keys, foreign keys with their actions, indexes with columns and order, checks, triggers and views.

  @SCH201
  Rule: the catalog after each migration is exactly the accepted baseline

    Scenario Outline: from nothing to "<migration>"
      Given an empty database
      When the database migrates to "<migration>"
      Then the catalog is the baseline of "<migration>"

      Examples:
        | migration                |
        | InitialSchema            |
        | AddIndexesForPerformance |
        | DedupSnapshots           |
        | DropUnusedTables         |
        | AddMissingIndexes        |
        | NormalizeUserIds         |

  @SCH202
  Rule: every road leads to the same schema

    Scenario: before the refactoring, the fixture differs by what its profile declares as hand-made and nothing else
      Given the database at "DedupSnapshots"
      Then the catalog is the baseline of "DedupSnapshots" with what was made by hand

    Scenario Outline: on the way, at "<migration>"
      Given the database migrated to "<migration>"
      Then the catalog is the baseline of "<migration>" with what was made by hand

      Examples:
        | migration         |
        | DropUnusedTables  |
        | AddMissingIndexes |

    Scenario: after the refactoring, of what was made by hand only indexes are left
      Given the database migrated to head
      Then the catalog is the baseline of "NormalizeUserIds" with what was made by hand

  @SCH203
  Rule: entities and database agree

    Scenario: what TypeORM would change
      Given the database migrated to head
      Then TypeORM would change nothing

  @SCH204
  Rule: every index of the refactoring is used by a query of the product

    Scenario: the product's queries, as the engine plans them
      Given the database migrated to head
      Then every index that "DedupSnapshots" did not have is used by a query of "product.sql"
