/** What was bought, in words: "Starter pack", "Custom pack, 300 credits", "Plus plan, November 2026". */
import { textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';
import type { Offer } from './offers';
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
  const values = { plan: PLANS[plan].name, month: ENGLISH.month(periodStart) };
  return ENGLISH.t(upgrade ? 'billing.label.upgrade' : 'billing.label.planMonth', values);
}

/** A plan that was bought while another was running. */
export function keptSecondLabel(plan: PlanId): string {
  return ENGLISH.t('billing.label.twice', { plan: PLANS[plan].name });
}

const ENGLISH = textsIn('en');
