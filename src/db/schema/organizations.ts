import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { organization, user } from './auth';
import { createdAt, instant } from './columns';

/** Invitations are ours: a single-use token stored hashed, accepted only by the invited, verified address. */
export const invitation = pgTable(
  'team_invitation',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    /** Lower case. */
    email: text('email').notNull(),
    role: text('role', { enum: ['owner', 'admin', 'member'] }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Credits set aside in the team's `promised` account until acceptance, expiry or revocation. */
    promisedCredits: integer('promised_credits').notNull().default(0),
    status: text('status', { enum: ['pending', 'accepted', 'revoked', 'expired'] })
      .notNull()
      .default('pending'),
    invitedBy: text('invited_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedBy: text('accepted_by').references(() => user.id, { onDelete: 'set null' }),
    resolvedAt: instant('resolved_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('team_invitation_pending_idx')
      .on(table.organizationId, table.email)
      .where(sql`${table.status} = 'pending'`),
    index('team_invitation_page_idx').on(table.organizationId, table.id),
    index('team_invitation_due_idx').on(table.expiresAt).where(sql`${table.status} = 'pending'`),
    check('team_invitation_promised', sql`${table.promisedCredits} >= 0`),
  ],
);

/** The free credits of a person's first team. The primary key is the guard: parallel requests cannot earn them twice. */
export const firstTeamGrant = pgTable('first_team_grant', {
  userId: text('user_id').primaryKey(),
  organizationId: text('organization_id').notNull(),
  credits: integer('credits').notNull(),
  createdAt: createdAt(),
});
