'use client';

import { useTexts } from '#use-texts';
import { buyCreditsAction } from '../payment-actions';
import type { PackId } from '../price-list';
import { CheckoutButton } from './checkout-button';

/** A pack, or a number of credits, at its price: what a person chose. */
export type Chosen = { pack?: PackId; credits: number; amountCents: number };

/** What the server is told of it: never the price. */
export function orderOf({ pack, credits }: Chosen): { pack: PackId } | { credits: number } {
  return pack ? { pack } : { credits };
}

/** Buys on the payment page. */
export function BuyButton({ team, chosen }: { team: string; chosen: Chosen | null }) {
  const { t, credits, cents } = useTexts();
  return (
    <CheckoutButton
      what={chosen ? `${chosen.pack ?? 'custom'} ${chosen.credits}` : ''}
      disabled={chosen === null}
      label={
        chosen
          ? t('shop.client.buy.label', { credits: credits(chosen.credits), price: cents(chosen.amountCents) })
          : undefined
      }
      order={async (idempotencyKey) =>
        chosen
          ? buyCreditsAction(team, { ...orderOf(chosen), idempotencyKey })
          : { ok: false, message: t('shop.client.buy.enterFirst') }
      }
    >
      {chosen ? t('shop.client.buy.count', { count: chosen.credits }) : t('shop.client.buy.nothing')}
    </CheckoutButton>
  );
}
