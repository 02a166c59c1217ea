import type { Ctx } from '@/db/context';
import { requireProduct } from './access';
import { type ChargeBackInput, chargeBackInput } from './input';
import { type ChargedBack, chargeBackPayment } from './money-ledger';

/**
 * A bank took a payment back, so its credits go: from the pool, then from what the wallets have unheld, in proportion, and the
 * rest is owed. Promised credits stay promised: people were invited with them. Takes at most what of the payment was not taken
 * back before; the same dispute again gets the same answer. Throws `not_found` when the payment granted nothing here.
 */
export async function chargeBack(ctx: Ctx, input: ChargeBackInput): Promise<ChargedBack> {
  requireProduct(ctx.actor);
  const { paymentId, disputeId, credits } = chargeBackInput.parse(input);
  return chargeBackPayment(ctx, paymentId, credits, {
    key: `chargeback:${disputeId}`,
    content: { paymentId, disputeId, credits },
    reference: { type: 'payment', id: paymentId },
    trace: {
      action: 'credits.charge_back',
      subjectType: 'payment',
      subjectId: paymentId,
      data: { disputeId },
    },
  });
}
