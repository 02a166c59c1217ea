import { z } from 'zod';
import { ORGANIZATION_SCOPE_NAMES, SCOPE_NAMES } from '@/lib/scopes';

/** Days until a key ends by itself; null never. */
const days = z.int().min(1, 'At least a day.').max(366, 'At most a year.').nullable().default(null);

const name = z.string().trim().min(1, 'Give it a name.').max(60, 'At most 60 characters.');

const one = 'Choose at least one.';

export const organizationKeyInput = z.strictObject({
  name,
  scopes: z.array(z.enum(ORGANIZATION_SCOPE_NAMES)).min(1, one),
  days,
});

export const tokenInput = z.strictObject({ name, scopes: z.array(z.enum(SCOPE_NAMES)).min(1, one), days });

export const keyInput = z.strictObject({ keyId: z.string().min(1).max(100) });

export const listKeysInput = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type OrganizationKeyInput = z.input<typeof organizationKeyInput>;
export type TokenInput = z.input<typeof tokenInput>;
export type KeyInput = z.input<typeof keyInput>;
export type ListKeysInput = z.input<typeof listKeysInput>;
