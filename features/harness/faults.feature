@harness @engine:sqlite
Feature: Deliberate faults in the real migrations
  Mistakes that people make, put into a copy of the real migrations. The whole plan runs on each of them, and the gate
  that speaks of the mistake has to be among those that are breached.

  @HAR904
  Rule: a fault in a migration turns the verdict to NO-GO, for the right gate

    Scenario Outline: <fault>
      When the whole plan runs on the fault "<fault>"
      Then the gate "<gate>" is breached and the verdict is NO-GO

      Examples:
        | fault                     | gate   |
        | case-not-folded           | DAT302 |
        | index-not-created         | SCH201 |
        | trigger-not-created       | SCH201 |
        | foreign-key-without-action | SCH201 |
        | where-left-out            | DAT302 |
        | row-deleted               | DAT305 |
        | error-swallowed           | MIG116 |
        | down-forgets-an-index     | MIG111 |
        | ids-numbered-from-zero    | DAT309 |
