import { pgTable, text } from 'drizzle-orm/pg-core';
import { organization, user } from './auth';
import { createdAt } from './columns';

/** The demo teams of embedded mode; the newest is the one that is opened. */
export const demoTeam = pgTable('demo_team', {
  organizationId: text('organization_id')
    .primaryKey()
    .references(() => organization.id),
  /** Whom a visitor can be. */
  ownerId: text('owner_id')
    .notNull()
    .references(() => user.id),
  memberId: text('member_id')
    .notNull()
    .references(() => user.id),
  createdAt: createdAt(),
});
