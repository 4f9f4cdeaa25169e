import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { type Moment, storedMoment } from '../values/moment.ts'

/** What an older report kept of a member: experience gained and messages written in 30, 150 and some other days. */
@Entity('wom_records')
@Index('idx_wom_records_username_fetch', ['username', 'fetchDate'])
@Index('idx_wom_records_fetch_date', ['fetchDate'])
export class WomRecord {
  @PrimaryColumn({ type: 'integer' })
  id!: number

  @Column({ type: 'varchar' })
  username!: string

  @Column({ name: 'fetch_date', type: 'datetime', transformer: storedMoment('') })
  fetchDate!: Moment

  @Column({ name: 'xp_30d', type: 'integer', nullable: true })
  xp30d!: number | null

  @Column({ name: 'msg_30d', type: 'integer', nullable: true })
  msg30d!: number | null

  @Column({ name: 'xp_150d', type: 'integer', nullable: true })
  xp150d!: number | null

  @Column({ name: 'msg_150d', type: 'integer', nullable: true })
  msg150d!: number | null

  @Column({ name: 'xp_custom', type: 'integer', nullable: true })
  xpCustom!: number | null

  @Column({ name: 'msg_custom', type: 'integer', nullable: true })
  msgCustom!: number | null
}
