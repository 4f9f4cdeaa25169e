import { Column, Entity, Index, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm'
import { type Moment, storedMoment } from '../values/moment.ts'
import { DiscordMessage } from './discord-message.ts'
import { WomSnapshot } from './wom-snapshot.ts'

/** A member of the clan. */
@Entity('clan_members')
@Index('uq_clan_members_username', ['username'], { unique: true })
@Index('idx_clan_members_joined_at', ['joinedAt'])
export class ClanMember {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number

  /** As the game writes it. */
  @Column({ type: 'varchar' })
  username!: string

  @Column({ type: 'varchar', nullable: true })
  role!: string | null

  @Column({ name: 'joined_at', type: 'datetime', nullable: true, transformer: storedMoment('+00:00') })
  joinedAt!: Moment | null

  @Column({ name: 'last_updated', type: 'datetime', nullable: true, transformer: storedMoment('+00:00') })
  lastUpdated!: Moment | null

  @OneToMany(
    () => WomSnapshot,
    (snapshot) => snapshot.member,
  )
  snapshots!: Relation<WomSnapshot>[]

  @OneToMany(
    () => DiscordMessage,
    (message) => message.member,
  )
  messages!: Relation<DiscordMessage>[]
}
