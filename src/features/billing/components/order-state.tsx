import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import type { Texts } from '@/texts/make-texts';
import { isUncharged, orderWords } from '../checkout/order-rules';
import type { OrderView } from '../loaders';
import { DocumentLink } from './document-link';
import { OrderActions } from './order-actions';
import { OrderWatch } from './order-watch';

/** Where the buyer comes back: what happened to the payment, what was charged, and what to do now. */
export function OrderState({ view }: { view: OrderView }) {
  const texts = useTexts();
  const words = orderWords({ ...view, overdue: view.overdueSince !== null }, texts);
  const waiting = words.kind === 'processing';
  return (
    <>
      <LiveRefresh team={view.slug} types={['payment.changed', 'balance.changed']} />
      {waiting && <OrderWatch />}
      <PageHead title={words.title} crumbs={crumbs(view, texts)} />
      <div className="grid max-w-reading gap-4">
        <Alert tone={words.tone} title={words.happened}>
          {waiting && <ApertureSpinner className="mr-2 inline size-4 align-[-.2em]" />}
          {words.next}
        </Alert>
        <Order view={view} />
        <div className="flex flex-wrap gap-2 phone:*:grow">
          <OrderActions view={view} kind={words.kind} />
        </div>
      </div>
    </>
  );
}

function crumbs({ slug, kind }: OrderView, { t }: Texts) {
  const base = `/teams/${slug}`;
  if (kind === 'plan')
    return [
      { label: t('billing.crumbs.billing'), href: `${base}/billing` },
      { label: t('billing.crumbs.plan'), href: `${base}/billing/plan` },
      { label: t('billing.crumbs.order') },
    ];
  return [
    { label: t('billing.crumbs.credits'), href: `${base}/credits` },
    { label: t('billing.crumbs.buy'), href: `${base}/credits/buy` },
    { label: t('billing.crumbs.order') },
  ];
}

function Order({ view }: { view: OrderView }) {
  const { t, cents } = useTexts();
  const paid = view.status === 'paid';
  const amount = cents(view.amountCents);
  return (
    <Card aria-label={t('billing.order.card')}>
      <CardHead title={view.label}>
        <CreditAmount amount={view.credits} />
      </CardHead>
      <CardBody className="py-2">
        <KeyValueList>
          <KeyValue name={t(paid ? 'billing.order.paid' : 'billing.order.price')}>
            {view.kind === 'plan' && !paid ? t('billing.order.monthly', { amount }) : amount}
          </KeyValue>
          {view.paidAt && (
            <KeyValue name={t('billing.order.date')}>
              <Time value={view.paidAt} style="full" />
            </KeyValue>
          )}
          {view.dueAt && (
            <KeyValue name={t('billing.order.due')}>
              <Time value={view.dueAt} style="date-year" />
            </KeyValue>
          )}
          {view.overdueSince && (
            <KeyValue name={t('billing.order.overdueSince')} strong>
              <Time value={view.overdueSince} style="date-year" />
            </KeyValue>
          )}
          {view.poNumber && <KeyValue name={t('billing.order.purchaseOrder')}>{view.poNumber}</KeyValue>}
          {isUncharged(view.status) && (
            <KeyValue name={t('billing.order.charged')}>{t('billing.order.nothing')}</KeyValue>
          )}
          <KeyValue name={t(view.solo ? 'billing.order.spendable' : 'billing.order.pool')} strong>
            <CreditAmount amount={view.available}>
              <CountingNumber value={view.available} />
            </CreditAmount>
          </KeyValue>
        </KeyValueList>
      </CardBody>
      {(view.receiptUrl || view.invoiceUrl) && (
        <CardFoot>
          <span className="flex gap-4">
            <DocumentLink href={view.receiptUrl}>{t('billing.order.receipt')}</DocumentLink>
            <DocumentLink href={view.invoiceUrl}>{t('billing.order.invoice')}</DocumentLink>
          </span>
        </CardFoot>
      )}
    </Card>
  );
}
