import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { Scope } from '@/lib/scopes';
import { organization, user } from './auth';
import { createdAt, instant } from './columns';

/** Keys for scripts: of an organization, or (without one) of the person who made them. Rows stay: the audit log names them. */
export const apiKey = pgTable(
  'api_key',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').references(() => organization.id, { onDelete: 'cascade' }),
    /** The person of a personal token. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    /** The user who made it; still named when they have gone. */
    madeBy: text('made_by').notNull(),
    name: text('name').notNull(),
    /** The first characters of the secret, to recognise it by. */
    start: text('start').notNull(),
    hash: text('hash').notNull().unique(),
    scopes: text('scopes').array().$type<Scope[]>().notNull(),
    createdAt: createdAt(),
    /** At most a minute old. */
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('api_key_organization').on(table.organizationId, table.createdAt, table.id),
    index('api_key_person').on(table.userId, table.createdAt, table.id),
    check('api_key_one_owner', sql`(${table.organizationId} is null) <> (${table.userId} is null)`),
  ],
);
