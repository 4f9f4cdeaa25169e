import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
} from 'typeorm'
import { type Moment, storedMoment } from '../values/moment.ts'
import { BossSnapshot } from './boss-snapshot.ts'
import { ClanMember } from './clan-member.ts'

/** What the Wise Old Man API said of one player at one moment. */
@Entity('wom_snapshots')
@Index('idx_wom_snapshots_timestamp', ['timestamp'])
@Index('uq_wom_snapshots_user_ts', ['username', 'timestamp'], { unique: true })
@Index('idx_wom_snapshots_user_id_timestamp', ['userId', 'timestamp'])
// DedupSnapshots replaced this index by the unique one; production has it again, made by hand. TypeORM would drop it: so
// it is told to leave it alone, there or not.
@Index('idx_wom_snapshots_username_timestamp', { synchronize: false })
export class WomSnapshot {
  @PrimaryColumn({ type: 'integer' })
  id!: number

  /** The member's id, or null for a player who is no member any more. */
  @Column({ name: 'user_id', type: 'integer', nullable: true })
  userId!: number | null

  @Column({ type: 'varchar' })
  username!: string

  @Column({ type: 'datetime', transformer: storedMoment('+00:00') })
  timestamp!: Moment

  @Column({ name: 'total_xp', type: 'integer', nullable: true })
  totalXp!: number | null

  @Column({ name: 'total_boss_kills', type: 'integer', nullable: true })
  totalBossKills!: number | null

  /** Efficient hours played. */
  @Column({ type: 'float', nullable: true })
  ehp!: number | null

  /** Efficient hours bossed. */
  @Column({ type: 'float', nullable: true })
  ehb!: number | null

  /** The answer of the API, as JSON text of about 10 KB. */
  @Column({ name: 'raw_data', type: 'text', nullable: true })
  rawData!: string | null

  @ManyToOne(
    () => ClanMember,
    (member) => member.snapshots,
    { nullable: true, onDelete: 'SET NULL' },
  )
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_wom_snapshots_user_id' })
  member!: Relation<ClanMember> | null

  @OneToMany(
    () => BossSnapshot,
    (boss) => boss.snapshot,
  )
  bosses!: Relation<BossSnapshot>[]
}
