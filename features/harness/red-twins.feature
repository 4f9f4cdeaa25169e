@harness
Feature: Every gate can be breached
  A gate that has never been seen to fail is not a gate. Its red twin is the smallest state that must breach it, which
  is a copy of the migrations with one thing wrong. The plan runs on it as it does in earnest.

  @HAR902
  Rule: every gate of the plan has a red twin

    Scenario: gates and twins
      Then every gate of the plan has a red twin, and every red twin has a gate

  @HAR903
  Rule: every red twin breaches its gate, and the verdict is NO-GO

    Scenario Outline: <gate>
      When the plan runs on the red twin of "<gate>"
      Then the gate "<gate>" is breached and the verdict is NO-GO

      @engine:sqlite
      Examples: on SQLite, which stands for all engines
        | gate   |
        | MIG101 |
        | MIG102 |
        | MIG103 |
        | MIG104 |
        | MIG105 |
        | MIG106 |
        | MIG111 |
        | MIG112 |
        | MIG113 |
        | MIG114 |
        | MIG115 |
        | MIG116 |
        | SCH201 |
        | SCH202 |
        | SCH203 |
        | SCH204 |
        | SCH207 |
        | DAT301 |
        | DAT302 |
        | DAT303 |
        | DAT304 |
        | DAT305 |
        | DAT306 |
        | DAT307 |
        | DAT308 |
        | DAT309 |
        | DAT310 |
        | DAT313 |
        | DAT314 |
        | PRF401 |
        | PRF402 |
        | PRF403 |
        | PRF404 |
        | PRF405 |
        | PRF406 |
        | PRF407 |
        | PRF408 |
        | PRF409 |
        | PIP501 |
        | PIP502 |
        | PIP503 |
        | PIP504 |
        | PIP505 |
        | PIP506 |
        | PIP507 |
        | PIP508 |
        | PIP509 |
        | PIP510 |
        | PIP511 |
        | PIP512 |
        | PIP513 |
        | PIP514 |
        | PIP515 |
        | PIP516 |
        | PIP517 |
        | PIP518 |
        | BAK601 |
        | BAK602 |
        | BAK603 |
        | BAK604 |
        | HAR901 |

      @engine:postgres
      Examples: what there is on PostgreSQL alone
        | gate   |
        | MIG117 |
        | MIG118 |
        | SCH205 |
        | SCH206 |
        | DAT311 |
        | DAT312 |
        | PIP519 |

  @HAR906 @engine:sqlite
  Rule: a wrong answer of one member breaches the gate that compares answers

    Scenario Outline: <mistake>
      When the plan runs on the red twin of "<mistake>", for the gate "PRF402"
      Then the gate "PRF402" is breached and the verdict is NO-GO

      Examples:
        | mistake                                     |
        | answers/tie-goes-to-the-earlier-row         |
        | answers/first-tie-goes-to-the-later-row     |
        | answers/member-without-snapshots-gets-one   |
        | answers/member-without-messages-left-out    |
        | answers/cutoff-leaves-out-its-own-moment    |
        | answers/cutoff-in-another-form              |
        | answers/gains-the-wrong-way-round           |
        | answers/one-member-is-another               |

  @HAR907 @engine:sqlite
  Rule: a performance gate is breached by what it is there for

    Scenario Outline: <mistake>
      When the plan runs on the red twin of "<mistake>", for the gate "<gate>"
      Then the gate "<gate>" is breached and the verdict is NO-GO

      Examples:
        | mistake                                | gate   |
        | performance/index-dropped              | PRF403 |
        | performance/index-on-messages-dropped  | PRF403 |
        | performance/sorts-a-large-table        | PRF403 |
        | performance/legacy-query-fails         | PRF401 |
        | performance/one-snapshot-gone          | PRF401 |

  @HAR908 @engine:sqlite
  Rule: a pipeline gate is breached by what it is there for

    Scenario Outline: <mistake>
      When the plan runs on the red twin of "<mistake>", for the gate "<gate>"
      Then the gate "<gate>" is breached and the verdict is NO-GO

      Examples:
        | mistake                                     | gate   |
        | pipeline/another-spelling-is-another-member | PIP504 |
        | pipeline/unknown-is-empty                   | PIP504 |
        | pipeline/one-page-only                      | PIP504 |
        | pipeline/nobody-is-linked-anew              | PIP507 |
        | pipeline/a-fifth-is-too-many                | PIP509 |
        | pipeline/ninety-days-are-thirty             | PIP514 |
        | pipeline/the-best-is-left-out               | PIP515 |

  @HAR909 @engine:postgres
  Rule: a gate is breached by what goes wrong on a server

    Scenario Outline: <mistake>
      When the plan runs on the red twin of "<mistake>", for the gate "<gate>"
      Then the gate "<gate>" is breached and the verdict is NO-GO

      Examples:
        | mistake                             | gate   |
        | postgres/foreign-key-not-validated  | SCH205 |
        | postgres/index-invalid              | SCH205 |
        | postgres/closed-to-writers          | MIG117 |
        | postgres/privileges-lost            | SCH206 |
        | postgres/half-done-outside          | MIG116 |

    Scenario Outline: <mistake>, which is one on every engine
      When the plan runs on the red twin of "<mistake>", for the gate "<gate>"
      Then the gate "<gate>" is breached and the verdict is NO-GO

      Examples:
        | mistake                             | gate   |
        | MIG101                              | MIG101 |
        | MIG114                              | MIG114 |
        | MIG115                              | MIG115 |
        | DAT302                              | DAT302 |
        | DAT306                              | DAT306 |
        | PRF403                              | PRF403 |
        | PIP512                              | PIP512 |
        | faults/case-not-folded              | DAT302 |
        | faults/where-left-out               | DAT302 |
        | faults/index-not-created            | SCH201 |
        | faults/down-forgets-an-index        | MIG111 |
        | faults/row-deleted                  | DAT305 |
        | answers/tie-goes-to-the-earlier-row | PRF402 |
