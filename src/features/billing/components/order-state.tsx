import type { ReactNode } from 'react';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { formatCents, formatCredits } from '@/lib/money';
import type { OrderView } from '../loaders';
import { isUncharged, orderWords } from '../order-rules';
import { OrderWatch } from './order-watch';

/** Where the buyer comes back: what happened to the payment, what was charged, and what to do now. */
export function OrderState({ view }: { view: OrderView }) {
  const words = orderWords(view);
  const waiting = words.kind === 'processing';
  return (
    <>
      <LiveRefresh team={view.slug} types={['payment.changed', 'balance.changed']} />
      {waiting && <OrderWatch />}
      <PageHead
        title={words.title}
        crumbs={[
          { label: 'Credits', href: `/teams/${view.slug}/credits` },
          { label: 'Buy', href: `/teams/${view.slug}/credits/buy` },
          { label: 'Order' },
        ]}
      />
      <div className="grid max-w-reading gap-4">
        <Alert tone={words.tone} title={words.happened}>
          {waiting && <ApertureSpinner className="mr-2 inline size-4 align-[-.2em]" />}
          {words.next}
        </Alert>
        <Order view={view} />
        <div className="flex flex-wrap gap-2 phone:*:grow">
          <Actions view={view} kind={words.kind} />
        </div>
      </div>
    </>
  );
}

function Order({ view }: { view: OrderView }) {
  const paid = view.status === 'paid';
  return (
    <Card aria-label="Order">
      <CardHead title={view.packName}>
        <CreditAmount amount={view.credits} />
      </CardHead>
      <CardBody className="py-2">
        <KeyValueList>
          <KeyValue name={paid ? 'Paid' : 'Price'}>{formatCents(view.amountCents)}</KeyValue>
          {view.paidAt && (
            <KeyValue name="Date">
              <Time value={view.paidAt} />
            </KeyValue>
          )}
          {isUncharged(view.status) && <KeyValue name="Charged">Not charged</KeyValue>}
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
            <Document href={view.receiptUrl}>Receipt</Document>
            <Document href={view.invoiceUrl}>Invoice</Document>
          </span>
        </CardFoot>
      )}
    </Card>
  );
}

/** A receipt or an invoice, on Stripe's site. */
export function Document({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return null;
  return (
    <a href={href} className="link" target="_blank" rel="noreferrer">
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

function Actions({ view, kind }: { view: OrderView; kind: ReturnType<typeof orderWords>['kind'] }) {
  const base = `/teams/${view.slug}`;
  const payments = <ButtonLink href={`${base}/billing`}>All payments</ButtonLink>;
  const pay = (label: string) =>
    view.checkoutUrl ? (
      <ButtonLink variant="key" href={view.checkoutUrl} prefetch={false}>
        {label}
      </ButtonLink>
    ) : (
      <ButtonLink variant="key" href={`${base}/credits/buy`}>
        Buy {formatCredits(view.credits)} again
      </ButtonLink>
    );
  switch (kind) {
    case 'paid':
      return (
        <>
          <ButtonLink variant="key" href={view.solo ? `${base}/headshots` : `${base}/credits`}>
            {view.solo ? 'Make headshots' : 'Give credits to people'}
          </ButtonLink>
          {payments}
        </>
      );
    case 'processing':
      return payments;
    case 'open':
      return (
        <>
          {pay('Back to the payment page')}
          <ButtonLink href={`${base}/credits/buy`}>Choose another pack</ButtonLink>
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
      return (
        <>
          {pay('')}
          {payments}
        </>
      );
    case 'parked':
      return payments;
  }
}
