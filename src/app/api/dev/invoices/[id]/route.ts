/** The pay buttons of an invoice's page at the local Stripe. Does not exist where payments are real. */
import { internalRoute } from '@/auth/route';
import { invoicePress } from '@/features/local-stripe/input';
import { requireLocalStripe } from '@/features/local-stripe/open-local-stripe';
import { notFound } from '@/lib/errors';

export const POST = internalRoute({ body: invoicePress }, async ({ request, params, body }) => {
  const { page, saved } = await requireLocalStripe(request);
  const invoice = page.showInvoice(params.id ?? '');
  if (!invoice) throw notFound('invoice');
  const result =
    'bank' in body
      ? page.payInvoiceByBank(invoice.id)
      : 'confirm' in body
        ? page.confirmInvoice(invoice.id, body.confirm)
        : page.payInvoice(invoice.id, body);
  await saved();
  return result;
});
