/** What is for sale, as an order keeps it. Pure, safe in a browser. */
import { AppError } from '@/lib/errors';
import { formatCredits } from '@/lib/money';
import { PACKS, type PackId, PLANS, type PlanId } from './price-list';
import { customCents } from './prices';

export type Offer = {
  kind: 'pack' | 'custom' | 'plan';
  /** The pack's or plan's id; `custom`. */
  pack: string;
  credits: number;
  /** Cents before tax and discounts. */
  amountCents: number;
};

/** Exactly one of the two. */
export type Choice = { pack?: PackId; credits?: number };

/** The offer behind a choice. Throws `invalid` for a number of credits that is not sold. */
export function offerOf(choice: Choice): Offer {
  if (choice.pack !== undefined) {
    const { id, credits, amountCents } = PACKS[choice.pack];
    return { kind: 'pack', pack: id, credits, amountCents };
  }
  const credits = choice.credits ?? 0;
  const amountCents = customCents(credits);
  if (amountCents === null) throw new AppError('invalid', 'This many credits are not sold at once.');
  return { kind: 'custom', pack: 'custom', credits, amountCents };
}

/** What was bought, as lists and statements say it: "Starter pack", "Custom pack, 300 credits", "Plus plan". */
export function offerLabel({ kind, pack, credits }: Pick<Offer, 'kind' | 'pack' | 'credits'>): string {
  if (kind === 'custom') return `Custom pack, ${formatCredits(credits)}`;
  if (kind === 'plan') return `${PLANS[pack as PlanId]?.name ?? pack} plan`;
  return `${PACKS[pack as PackId]?.name ?? pack} pack`;
}

/** The line on Stripe's page and on invoices. */
export function lineName(offer: Pick<Offer, 'kind' | 'pack' | 'credits'>): string {
  return offer.kind === 'pack' ? `${offerLabel(offer)}, ${formatCredits(offer.credits)}` : offerLabel(offer);
}
