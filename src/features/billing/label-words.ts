/** What was bought, in words: "Starter pack", "Custom pack, 300 credits", "Plus plan, November 2026". */
import { textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';
import type { Offer } from './offers';
import { monthName, monthOf } from './payments/month-rules';
import { PACKS, type PackId, PLANS, type PlanId } from './price-list';

type Sold = Pick<Offer, 'kind' | 'pack' | 'credits'>;

/** "Starter pack", "Custom pack, 300 credits", "Plus plan". */
export function offerLabel({ kind, pack, credits }: Sold, texts: Texts): string {
  if (kind === 'custom') return texts.t('billing.label.custom', { credits: texts.credits(credits) });
  if (kind === 'plan') return texts.t('billing.label.plan', { plan: PLANS[pack as PlanId]?.name ?? pack });
  return texts.t('billing.label.pack', { pack: PACKS[pack as PackId]?.name ?? pack });
}

/** The line on Stripe's page and on invoices: a pack with its credits. */
export function lineName(offer: Sold, texts: Texts): string {
  if (offer.kind !== 'pack') return offerLabel(offer, texts);
  const pack = PACKS[offer.pack as PackId]?.name ?? offer.pack;
  return texts.t('billing.label.packLine', { pack, credits: texts.credits(offer.credits) });
}

/** Labels are kept in English, whoever bought; `tellLabel` reads them. */
export function keptLabel(offer: Sold): string {
  return offerLabel(offer, ENGLISH);
}

/** "Plus plan, November 2026": the month in which the paid period begins, UTC; with `upgrade` what a change to it is called. */
export function keptPlanLabel(plan: PlanId, periodStart: Date, upgrade = false): string {
  return planLabel(PLANS[plan].name, monthOf(periodStart), upgrade, ENGLISH);
}

/** A plan that was bought while another was running. */
export function keptSecondLabel(plan: PlanId): string {
  return ENGLISH.t('billing.label.twice', { plan: PLANS[plan].name });
}

/** A label as our rows keep it, told in the language of `texts`; what is none of ours stays as it is. */
export function tellLabel(kept: string, texts: Texts): string {
  if (texts.language === ENGLISH.language) return kept;
  const pack = /^(\w+) pack$/.exec(kept)?.[1];
  if (pack) return texts.t('billing.label.pack', { pack });
  const credits = /^Custom pack, ([\d,]+) credits?$/.exec(kept)?.[1];
  if (credits)
    return texts.t('billing.label.custom', { credits: texts.credits(Number(credits.replaceAll(',', ''))) });
  const [, upgrade, plan, month, twice] =
    /^(Upgrade to )?(\w+) plan(?:, (?:(\w+ \d{4})|(bought twice)))?$/.exec(kept) ?? [];
  if (!plan) return kept;
  if (twice) return texts.t('billing.label.twice', { plan });
  if (!month) return texts.t('billing.label.plan', { plan });
  return planLabel(plan, monthOf(new Date(`1 ${month} UTC`)), upgrade !== undefined, texts);
}

const ENGLISH = textsIn('en');

function planLabel(plan: string, month: string, upgrade: boolean, texts: Texts): string {
  const values = { plan, month: monthName(month, texts) };
  return texts.t(upgrade ? 'billing.label.upgrade' : 'billing.label.planMonth', values);
}
