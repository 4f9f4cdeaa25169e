Feature: The same answers on every engine
  What the product says of a clan must not depend on where the clan is kept.

  @PIP519 @engine:postgres @fixture
  Rule: the answers are the same as on SQLite

    Scenario Outline: the methods by id, looking back <period>
      Given the database migrated to head
      Then every method by id has the same answer as on "sqlite", looking back <period>

      Examples:
        | period   |
        | 7 days   |
        | 365 days |

    Scenario: the activity report and the dashboard
      Given the database migrated to head
      Then the activity report and the dashboard are the same as on "sqlite"
