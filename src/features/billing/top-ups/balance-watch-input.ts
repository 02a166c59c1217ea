import { z } from 'zod';
import { currentTexts, say } from '@/texts/current-texts';
import { textKey } from '@/texts/message-key';
import { PACK_IDS, PACKS } from '../price-list';

const COUNT = textKey('billing.input.count');
const MOST = 1_000_000;
const most = { error: () => say('billing.input.countMost', { most: MOST }) };
const count = z.number({ error: COUNT }).int(COUNT).min(1, COUNT).max(MOST, most);

/** The most that top-ups of a month may be allowed to cost, in cents: $10,000. */
const MOST_A_MONTH = 1_000_000;
const mostAMonth = {
  error: () => {
    const { t, cents } = currentTexts();
    return t('billing.input.capMost', { most: cents(MOST_A_MONTH) });
  },
};

export const balanceWatchInput = z.strictObject({
  /** Tell the admins when fewer credits are left; null: never. */
  noticeBelow: count.nullable(),
  topUp: z
    .strictObject({
      pack: z.enum(PACK_IDS, { error: textKey('billing.input.aPack') }),
      below: count,
      monthlyCapCents: z.number().int().positive().max(MOST_A_MONTH, mostAMonth),
    })
    .refine(({ pack, monthlyCapCents }) => monthlyCapCents >= PACKS[pack].amountCents, {
      path: ['monthlyCapCents'],
      message: textKey('billing.input.capTooLow'),
    })
    .nullable(),
});

export type BalanceWatchInput = z.input<typeof balanceWatchInput>;
