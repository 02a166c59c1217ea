/** The form about a low balance: what stands in its fields, and what they mean. */
import { formatCents } from '@/lib/money';
import type { WatchSettings } from '../billing-view-types';
import { PACKS, type PackId } from '../price-list';

export type WatchForm = {
  notice: boolean;
  noticeBelow: string;
  topUp: boolean;
  pack: PackId;
  below: string;
  /** Dollars a month. */
  cap: string;
};

export type WatchInput = {
  noticeBelow: number | null;
  topUp: { pack: PackId; below: number; monthlyCapCents: number } | null;
};

const USUAL = { noticeBelow: 10, below: 10, pack: 'professional' } as const;

export function watchFormOf({ noticeBelow, topUp }: WatchSettings): WatchForm {
  const pack = topUp?.pack ?? USUAL.pack;
  return {
    notice: noticeBelow !== null,
    noticeBelow: String(noticeBelow ?? USUAL.noticeBelow),
    topUp: topUp !== null,
    pack,
    below: String(topUp?.below ?? USUAL.below),
    cap: String((topUp?.monthlyCapCents ?? 2 * PACKS[USUAL.pack].amountCents) / 100),
  };
}

type Read = { ok: true; input: WatchInput } | { ok: false; errors: Partial<Record<keyof WatchForm, string>> };

const COUNT = 'Enter a whole number, 1 or more.';

/** What the fields ask for. What is switched off is not read. */
export function readWatch(form: WatchForm): Read {
  const errors: Partial<Record<keyof WatchForm, string>> = {};
  const noticeBelow = form.notice ? countOf(form.noticeBelow) : null;
  if (form.notice && noticeBelow === null) errors.noticeBelow = COUNT;
  const topUp = form.topUp ? readTopUp(form, errors) : null;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, input: { noticeBelow, topUp } };
}

function readTopUp(form: WatchForm, errors: Partial<Record<keyof WatchForm, string>>): WatchInput['topUp'] {
  const pack = PACKS[form.pack];
  const below = countOf(form.below);
  const monthlyCapCents = centsOf(form.cap);
  if (below === null) errors.below = COUNT;
  if (monthlyCapCents === null || monthlyCapCents < pack.amountCents)
    errors.cap = `Enter at least ${formatCents(pack.amountCents)}, the price of one ${pack.name} pack.`;
  return below === null || monthlyCapCents === null ? null : { pack: pack.id, below, monthlyCapCents };
}

function countOf(text: string): number | null {
  const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 ? count : null;
}

/** "158", "158.50", "$1,000" in cents. */
function centsOf(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^\$/, '')
    .replace(/,(?=\d{3}\b)/g, '');
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
