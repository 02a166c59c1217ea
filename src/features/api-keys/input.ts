import { z } from 'zod';
import { ORGANIZATION_SCOPE_NAMES, SCOPE_NAMES } from '@/lib/scopes';
import { textKey } from '@/texts/message-key';

/** Days until a key ends by itself; null never. */
const days = z
  .int()
  .min(1, textKey('members.keys.input.leastDays'))
  .max(366, textKey('members.keys.input.mostDays'))
  .nullable()
  .default(null);

const name = z
  .string()
  .trim()
  .min(1, textKey('members.keys.input.name'))
  .max(60, textKey('members.keys.input.length'));

const one = textKey('members.keys.input.scopes');

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
