import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import { GRACE_DAYS, INVOICE_DUE_DAYS, REFUND_DAYS } from '@/features/billing/price-list';
import { RETURN_DAYS } from '@/features/headshots/verdict-rules';
import { SELFIE_DAYS } from '@/features/privacy/keep-rules';
import type { Texts } from '@/texts/make-texts';
import type { MessageKey } from '@/texts/message-key';

/** The agreement, part by part: what stands as points, then what stands as text. */
const PARTS = {
  agreement: { points: [], texts: ['what', 'law'] },
  you: { points: ['adult', 'yours', 'admins'], texts: [] },
  photos: { points: ['yourself', 'content', 'pretend', 'attack'], texts: ['refused'] },
  pictures: { points: [], texts: ['yours', 'marked'] },
  credits: { points: ['price', 'held', 'return', 'expire'], texts: [] },
  money: { points: ['prices', 'refund', 'cancel', 'dispute'], texts: [] },
  keeping: { points: [], texts: ['days'] },
  service: { points: [], texts: ['promise', 'liable'] },
  end: { points: [], texts: ['ending'] },
  changes: { points: [], texts: ['told', 'place'] },
} as const;

type PartName = keyof typeof PARTS;

/** Numbers come from the rules that the product goes by. */
const VALUES = {
  returnDays: RETURN_DAYS,
  invoiceDays: INVOICE_DUE_DAYS,
  refundDays: REFUND_DAYS,
  graceDays: GRACE_DAYS,
  selfieDays: SELFIE_DAYS,
  freeDays: ENTITLEMENTS.free.pictureDays ?? '',
  plusDays: ENTITLEMENTS.plus.pictureDays ?? '',
};

export function termsIn({ t }: Texts) {
  const tell = (key: `${PartName}.${string}`) => t(`site.terms.${key}` as MessageKey, VALUES);
  return Object.entries(PARTS).map(([id, { points, texts }]) => ({
    id,
    title: tell(`${id as PartName}.title`),
    points: points.map((point) => tell(`${id as PartName}.${point}`)),
    texts: texts.map((text) => tell(`${id as PartName}.${text}`)),
  }));
}
