import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import type { Texts } from '@/texts/make-texts';
import type { OrderWords } from '../checkout/order-rules';
import type { OrderView } from '../loaders';
import { CancelInvoice } from './cancel-invoice';

/** What the new credits are for. */
function next({ solo, alone }: OrderView, base: string, t: Texts['t']) {
  const [href, label] = solo
    ? [`${base}/headshots`, t('billing.order.makeHeadshots')]
    : alone
      ? [`${base}/members?invite`, t('billing.order.invite')]
      : [`${base}/credits`, t('billing.order.give')];
  return (
    <ButtonLink variant="key" href={href}>
      {label}
    </ButtonLink>
  );
}

/** What can be done about an order now; the first is what most people want. */
export function OrderActions({ view, kind }: { view: OrderView; kind: OrderWords['kind'] }) {
  const { t, credits } = useTexts();
  const base = `/teams/${view.slug}`;
  const plan = view.kind === 'plan';
  const offers = plan ? `${base}/billing/plan` : `${base}/credits/buy`;
  const payments = <ButtonLink href={`${base}/billing`}>{t('billing.order.allPayments')}</ButtonLink>;
  const pay = (label: string) =>
    view.checkoutUrl ? (
      <ButtonLink variant="key" href={view.checkoutUrl} prefetch={false}>
        {label}
      </ButtonLink>
    ) : (
      <ButtonLink variant="key" href={offers}>
        {plan
          ? t('billing.order.planAgain')
          : t('billing.order.buyAgain', { credits: credits(view.credits) })}
      </ButtonLink>
    );
  switch (kind) {
    case 'paid':
      return (
        <>
          {next(view, base, t)}
          {view.paymentHref && (
            <ButtonLink href={view.paymentHref}>{t('billing.order.seePayment')}</ButtonLink>
          )}
          {payments}
        </>
      );
    case 'open':
      return (
        <>
          {pay(t('billing.order.backToPage'))}
          <ButtonLink href={offers}>
            {t(plan ? 'billing.order.otherPlan' : 'billing.order.otherPack')}
          </ButtonLink>
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
              {t('billing.order.openInvoice')}
              <span className="sr-only"> {t('billing.page.newTab')}</span>
            </ButtonLink>
          )}
          <CancelInvoice team={view.slug} orderId={view.orderId} />
          {payments}
        </>
      );
    case 'failed':
      return (
        <>
          {pay(t('billing.order.otherCard'))}
          {payments}
        </>
      );
    case 'expired':
    case 'cancelled':
      return (
        <>
          {pay(t('billing.order.payNow'))}
          {payments}
        </>
      );
    case 'processing':
    case 'parked':
    case 'closed':
      return payments;
  }
}
