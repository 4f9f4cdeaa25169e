import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { WomSnapshot } from './wom-snapshot.ts'

/** How often a player had killed one boss at the moment of a snapshot. */
@Entity('boss_snapshots')
@Index('ix_boss_snapshots_snapshot_id', ['snapshotId'])
@Index('ix_boss_snapshots_boss_name', ['bossName'])
@Index('idx_boss_snapshots_boss_name_kills', ['bossName', 'kills'])
@Index('idx_boss_snapshots_wom_snapshot_id', ['womSnapshotId'])
export class BossSnapshot {
  @PrimaryColumn({ type: 'integer' })
  id!: number

  /** The snapshot's id as it was noted, whether or not that snapshot is still there. */
  @Column({ name: 'snapshot_id', type: 'integer' })
  snapshotId!: number

  @Column({ name: 'boss_name', type: 'varchar' })
  bossName!: string

  @Column({ type: 'integer', nullable: true })
  kills!: number | null

  /** Place in the ranking of all players; null below the ranking's end. */
  @Column({ type: 'integer', nullable: true })
  rank!: number | null

  /** The snapshot's id where that snapshot exists. */
  @Column({ name: 'wom_snapshot_id', type: 'integer', nullable: true })
  womSnapshotId!: number | null

  @ManyToOne(
    () => WomSnapshot,
    (snapshot) => snapshot.bosses,
    { nullable: true, onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'wom_snapshot_id', foreignKeyConstraintName: 'fk_boss_snapshots_wom_snapshot_id' })
  snapshot!: Relation<WomSnapshot> | null
}
