/** The pay buttons of an invoice's page at the local Stripe. Does not exist where payments are real. */
import { z } from 'zod';
import { publicRoute } from '@/auth/route';
import { requireLocalStripe } from '@/features/billing/local-stripe';
import { notFound } from '@/lib/errors';

const body = z.union([
  z.strictObject({ bank: z.literal(true) }),
  z.strictObject({ number: z.string().max(30), expiry: z.string().max(10), cvc: z.string().max(4) }),
]);

export const POST = publicRoute({ body }, async ({ request, params, body }) => {
  const { page, control, store, saved } = await requireLocalStripe(request);
  const invoice = store.invoices[params.id ?? ''];
  if (!invoice) throw notFound('Invoice');
  if ('bank' in body) {
    if (invoice.status !== 'open') return { status: 'closed' };
    control.payInvoiceByBank(invoice.id);
    await saved();
    return { status: 'paid' };
  }
  const result = page.payInvoice(invoice.id, body);
  await saved();
  return result;
});
