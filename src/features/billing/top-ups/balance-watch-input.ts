import { z } from 'zod';
import { PACK_IDS, PACKS } from '../price-list';

const COUNT = 'Enter a whole number, 1 or more.';
const count = z.number({ error: COUNT }).int(COUNT).min(1, COUNT).max(1_000_000, 'Enter at most 1,000,000.');

/** The most that top-ups of a month may be allowed to cost, in cents: $10,000. */
const MOST_A_MONTH = 1_000_000;

export const balanceWatchInput = z.strictObject({
  /** Tell the admins when fewer credits are left; null: never. */
  noticeBelow: count.nullable(),
  topUp: z
    .strictObject({
      pack: z.enum(PACK_IDS, { error: 'Choose a pack.' }),
      below: count,
      monthlyCapCents: z.number().int().positive().max(MOST_A_MONTH, 'Enter at most $10,000.'),
    })
    .refine(({ pack, monthlyCapCents }) => monthlyCapCents >= PACKS[pack].amountCents, {
      path: ['monthlyCapCents'],
      message: 'The limit must allow at least one of these packs.',
    })
    .nullable(),
});

export type BalanceWatchInput = z.input<typeof balanceWatchInput>;
