import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { exactId } from '../values/exact-id.ts'
import { type Moment, storedMoment } from '../values/moment.ts'
import { ClanMember } from './clan-member.ts'

/** A message in one of the clan's Discord channels. Discord's ids have 64 bits: here they are decimal strings. */
@Entity('discord_messages')
@Index('idx_discord_messages_created_at', ['createdAt'])
@Index('idx_discord_messages_author_created', ['authorName', 'createdAt'])
@Index('idx_discord_messages_created_at_author_name', ['createdAt', 'authorName'])
@Index('idx_discord_messages_user_id_created_at', ['userId', 'createdAt'])
// Production has this index on lower(author_name), made by hand; no migration knows it. TypeORM can name no expression,
// and without a word from us it would drop the index: so it is told to leave it alone, there or not.
@Index('idx_discord_author_lower', { synchronize: false })
export class DiscordMessage {
  @PrimaryColumn({ type: 'integer', transformer: exactId })
  id!: string

  @Column({ name: 'author_id', type: 'bigint', nullable: true, transformer: exactId })
  authorId!: string | null

  @Column({ name: 'author_name', type: 'varchar', nullable: true })
  authorName!: string | null

  @Column({ type: 'text', nullable: true })
  content!: string | null

  @Column({ name: 'channel_id', type: 'bigint', nullable: true, transformer: exactId })
  channelId!: string | null

  @Column({ name: 'channel_name', type: 'varchar', nullable: true })
  channelName!: string | null

  @Column({ name: 'guild_id', type: 'bigint', nullable: true, transformer: exactId })
  guildId!: string | null

  @Column({ name: 'guild_name', type: 'varchar', nullable: true })
  guildName!: string | null

  @Column({ name: 'created_at', type: 'datetime', transformer: storedMoment('') })
  createdAt!: Moment

  /** The member's id, or null for a bot, a deleted account, someone who is no member, or an ambiguous name. */
  @Column({ name: 'user_id', type: 'integer', nullable: true })
  userId!: number | null

  @ManyToOne(
    () => ClanMember,
    (member) => member.messages,
    { nullable: true, onDelete: 'SET NULL' },
  )
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_discord_messages_user_id' })
  member!: Relation<ClanMember> | null
}
