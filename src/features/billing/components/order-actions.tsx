import { ButtonLink } from '@/components/ui/button';
import { formatCredits } from '@/lib/money';
import type { OrderWords } from '../checkout/order-rules';
import type { OrderView } from '../loaders';
import { CancelInvoice } from './cancel-invoice';

/** What can be done about an order now; the first is what most people want. */
export function OrderActions({ view, kind }: { view: OrderView; kind: OrderWords['kind'] }) {
  const base = `/teams/${view.slug}`;
  const plan = view.kind === 'plan';
  const offers = plan ? `${base}/billing/plan` : `${base}/credits/buy`;
  const payments = <ButtonLink href={`${base}/billing`}>All payments</ButtonLink>;
  const pay = (label: string) =>
    view.checkoutUrl ? (
      <ButtonLink variant="key" href={view.checkoutUrl} prefetch={false}>
        {label}
      </ButtonLink>
    ) : (
      <ButtonLink variant="key" href={offers}>
        {plan ? 'Choose a plan again' : `Buy ${formatCredits(view.credits)} again`}
      </ButtonLink>
    );
  switch (kind) {
    case 'paid':
      return (
        <>
          <ButtonLink variant="key" href={view.solo ? `${base}/headshots` : `${base}/credits`}>
            {view.solo ? 'Make headshots' : 'Give credits to people'}
          </ButtonLink>
          {view.paymentHref && <ButtonLink href={view.paymentHref}>See this payment</ButtonLink>}
          {payments}
        </>
      );
    case 'open':
      return (
        <>
          {pay('Back to the payment page')}
          <ButtonLink href={offers}>{plan ? 'Choose another plan' : 'Choose another pack'}</ButtonLink>
        </>
      );
    case 'invoice':
      return (
        <>
          {view.checkoutUrl && (
            <ButtonLink
              variant="key"
              href={view.checkoutUrl}
              target="_blank"
              rel="noreferrer"
              prefetch={false}
            >
              Open the invoice
              <span className="sr-only"> (opens in a new tab)</span>
            </ButtonLink>
          )}
          <CancelInvoice team={view.slug} orderId={view.orderId} />
          {payments}
        </>
      );
    case 'failed':
      return (
        <>
          {pay('Try another card')}
          {payments}
        </>
      );
    case 'expired':
    case 'cancelled':
      return (
        <>
          {pay('Pay now')}
          {payments}
        </>
      );
    case 'processing':
    case 'parked':
    case 'closed':
      return payments;
  }
}
