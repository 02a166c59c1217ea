import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import { isUncharged, orderWords } from '../checkout/order-rules';
import type { OrderView } from '../loaders';
import { DocumentLink } from './document-link';
import { OrderActions } from './order-actions';
import { OrderWatch } from './order-watch';

/** Where the buyer comes back: what happened to the payment, what was charged, and what to do now. */
export function OrderState({ view }: { view: OrderView }) {
  const words = orderWords({ ...view, overdue: view.overdueSince !== null });
  const waiting = words.kind === 'processing';
  return (
    <>
      <LiveRefresh team={view.slug} types={['payment.changed', 'balance.changed']} />
      {waiting && <OrderWatch />}
      <PageHead title={words.title} crumbs={crumbs(view)} />
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

function crumbs({ slug, kind }: OrderView) {
  const base = `/teams/${slug}`;
  if (kind === 'plan')
    return [
      { label: 'Billing', href: `${base}/billing` },
      { label: 'Plan', href: `${base}/billing/plan` },
      { label: 'Order' },
    ];
  return [
    { label: 'Credits', href: `${base}/credits` },
    { label: 'Buy', href: `${base}/credits/buy` },
    { label: 'Order' },
  ];
}

function Order({ view }: { view: OrderView }) {
  const paid = view.status === 'paid';
  return (
    <Card aria-label="Order">
      <CardHead title={view.label}>
        <CreditAmount amount={view.credits} />
      </CardHead>
      <CardBody className="py-2">
        <KeyValueList>
          <KeyValue name={paid ? 'Paid' : 'Price'}>
            {formatCents(view.amountCents)}
            {view.kind === 'plan' && !paid && ' a month'}
          </KeyValue>
          {view.paidAt && (
            <KeyValue name="Date">
              <Time value={view.paidAt} style="full" />
            </KeyValue>
          )}
          {view.dueAt && (
            <KeyValue name="Due">
              <Time value={view.dueAt} style="date-year" />
            </KeyValue>
          )}
          {view.overdueSince && (
            <KeyValue name="Overdue since" strong>
              <Time value={view.overdueSince} style="date-year" />
            </KeyValue>
          )}
          {view.poNumber && <KeyValue name="Purchase order">{view.poNumber}</KeyValue>}
          {isUncharged(view.status) && <KeyValue name="Charged">Nothing</KeyValue>}
          <KeyValue name={view.solo ? 'You can spend' : 'In the pool now'} strong>
            <CreditAmount amount={view.available}>
              <CountingNumber value={view.available} />
            </CreditAmount>
          </KeyValue>
        </KeyValueList>
      </CardBody>
      {(view.receiptUrl || view.invoiceUrl) && (
        <CardFoot>
          <span className="flex gap-4">
            <DocumentLink href={view.receiptUrl}>Receipt</DocumentLink>
            <DocumentLink href={view.invoiceUrl}>Invoice</DocumentLink>
          </span>
        </CardFoot>
      )}
    </Card>
  );
}
