/** The form about a low balance: what stands in its fields, and what they mean. */
import type { Texts } from '@/texts/make-texts';
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

export function watchFormOf({ noticeBelow, topUp }: WatchSettings, texts: Texts): WatchForm {
  const pack = topUp?.pack ?? USUAL.pack;
  return {
    notice: noticeBelow !== null,
    noticeBelow: String(noticeBelow ?? USUAL.noticeBelow),
    topUp: topUp !== null,
    pack,
    below: String(topUp?.below ?? USUAL.below),
    cap: dollarsOf(topUp?.monthlyCapCents ?? 2 * PACKS[USUAL.pack].amountCents, texts),
  };
}

type Read = { ok: true; input: WatchInput } | { ok: false; errors: Partial<Record<keyof WatchForm, string>> };

/** What the fields ask for. What is switched off is not read. */
export function readWatch(form: WatchForm, texts: Texts): Read {
  const errors: Partial<Record<keyof WatchForm, string>> = {};
  const noticeBelow = form.notice ? countOf(form.noticeBelow) : null;
  if (form.notice && noticeBelow === null) errors.noticeBelow = texts.t(NOT_A_COUNT);
  const topUp = form.topUp ? readTopUp(form, errors, texts) : null;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, input: { noticeBelow, topUp } };
}

const NOT_A_COUNT = 'billing.client.watch.notACount';

function readTopUp(
  form: WatchForm,
  errors: Partial<Record<keyof WatchForm, string>>,
  texts: Texts,
): WatchInput['topUp'] {
  const pack = PACKS[form.pack];
  const below = countOf(form.below);
  const monthlyCapCents = centsOf(form.cap, texts);
  if (below === null) errors.below = texts.t(NOT_A_COUNT);
  if (monthlyCapCents === null || monthlyCapCents < pack.amountCents)
    errors.cap = texts.t('billing.client.watch.capTooLow', {
      price: texts.cents(pack.amountCents),
      pack: pack.name,
    });
  return below === null || monthlyCapCents === null ? null : { pack: pack.id, below, monthlyCapCents };
}

function countOf(text: string): number | null {
  const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 ? count : null;
}

/** "158", "158.50", "$1,000" in cents; "158,50" and "1.000 $" where that is how numbers are written. */
function centsOf(text: string, texts: Texts): number | null {
  const comma = decimalOf(texts) === ',';
  const plain = text
    .trim()
    .replace(/^\$|\s*\$$/, '')
    .replace(comma ? /\.(?=\d{3}\b)/g : /,(?=\d{3}\b)/g, '')
    .replace(comma ? ',' : '.', '.');
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

function dollarsOf(cents: number, texts: Texts): string {
  return String(cents / 100).replace('.', decimalOf(texts));
}

/** What stands between dollars and cents. */
function decimalOf({ number }: Texts): string {
  return number(0.5).charAt(1);
}
