/** What is for sale, as an order keeps it. */
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { PACKS, type PackId } from './price-list';
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
  if (amountCents === null) throw new AppError('invalid', say('billing.refused.notSold'));
  return { kind: 'custom', pack: 'custom', credits, amountCents };
}
