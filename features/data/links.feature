Feature: The links
  Link columns give every row that has a parent the id of it. A count alone can be right by accident, so every single
  link is derived once more, by the observer's own means, and compared.

  @DAT301
  Rule: every row that has a parent is linked to it

    Scenario: match rates
      Given the database migrated to head
      Then the links match
        | link                           | at least |
        | clan_members.id                | 100 %    |
        | wom_snapshots.user_id          | 98 %     |
        | discord_messages.user_id       | 50 %     |
        | boss_snapshots.wom_snapshot_id | 100 %    |

    @fixture
    Scenario: exactly as many as the profile declares
      Given the database migrated to head
      Then the links match exactly as the profile declares

    @profile:production
    Scenario: production's rows, normalised
      Given the database migrated to head
      Then the links match
        | link                           | matched | of      | at least |
        | clan_members.id                | 305     | 305     | 100 %    |
        | wom_snapshots.user_id          | 95,474  | 96,097  | 99.3 %   |
        | discord_messages.user_id       | 309,793 | 586,551 | 52.8 %   |
        | boss_snapshots.wom_snapshot_id | 427,557 | 427,557 | 100 %    |

  @DAT302
  Rule: every single link is the right one

    Scenario: each link derived once more and compared
      Given the database migrated to head
      Then every link is the one that its rule gives
        | link                           | refers to        | by          | which equals          | rule          |
        | wom_snapshots.user_id          | clan_members.id  | username    | clan_members.username | exactly       |
        | discord_messages.user_id       | clan_members.id  | author_name | clan_members.username | ignoring case |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id | snapshot_id | wom_snapshots.id      | exactly       |

  @DAT303
  Rule: no row refers to a parent that does not exist

    Scenario: by the engine's own check
      Given the database migrated to head
      Then the engine finds no violated foreign key

    Scenario: by counting, in a way that one NULL cannot blind
      Given the database migrated to head
      Then no row is an orphan
        | link                           | refers to        |
        | wom_snapshots.user_id          | clan_members.id  |
        | discord_messages.user_id       | clan_members.id  |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id |
        | boss_snapshots.snapshot_id     | wom_snapshots.id |

  @DAT307
  Rule: every unlinked row is explained by a cause

    Scenario: causes of unlinked snapshots and messages
      Given the database migrated to head
      Then every unlinked row has a cause
        | link                     | name        | members               | ever a member          |
        | wom_snapshots.user_id    | username    | clan_members.username | wom_snapshots.username |
        | discord_messages.user_id | author_name | clan_members.username | wom_snapshots.username |

    @fixture
    Scenario: as many of each cause as the profile declares
      Given the database migrated to head
      Then the causes of unlinked rows are those that the profile declares
        | link                     | name        | members               | ever a member          |
        | wom_snapshots.user_id    | username    | clan_members.username | wom_snapshots.username |
        | discord_messages.user_id | author_name | clan_members.username | wom_snapshots.username |

  # The rule of the links goes by names that are the same but for case. Who is spelled otherwise stays without a link.
  @DAT314
  Rule: spelling alone keeps few rows from a member

    Scenario: unlinked snapshots and messages, and whom they are of
      Given the database migrated to head
      Then unlinked rows are explained, and of all rows those that are only spelled otherwise are
        | link                     | name        | members               | at         | at most |
        | wom_snapshots.user_id    | username    | clan_members.username | timestamp  | 1 %     |
        | discord_messages.user_id | author_name | clan_members.username | created_at | 5 %     |
