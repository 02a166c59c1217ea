import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { formatCents, formatColumnCents, formatCredits } from '@/lib/money';
import type { PaymentPageView } from '../payment-loaders';
import { STATE_WORDS, takenBack } from '../payments/payment-state-rules';
import { refundRefusal } from '../refunds/refund-offer-rules';
import { DocumentLink } from './document-link';
import { PaymentEvents } from './payment-events';
import { RefundDialog } from './refund-dialog';

/** One payment: what it was, what is left of it, what happened to it, its documents. */
export function PaymentPage({ view }: { view: PaymentPageView }) {
  const { slug, label, state, amountCents } = view;
  const { tone, word } = STATE_WORDS[state];
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed', 'balance.changed']} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {formatCents(amountCents)} <Badge tone={tone}>{word}</Badge>
          </span>
        }
        crumbs={[
          { label: 'Billing', href: `/teams/${slug}/billing` },
          { label: 'Payments', href: `/teams/${slug}/billing#payments` },
          { label },
        ]}
        actions={<Actions view={view} />}
      >
        {label}, <Time value={view.at} style="full" />
      </PageHead>
      <div className="grid gap-6 phone:gap-4">
        <Banner view={view} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_352px] phone:gap-4">
          <div className="grid gap-6 phone:gap-4">
            <Facts view={view} />
            <Card aria-labelledby="events">
              <CardHead id="events" title="What happened" />
              <CardBody>
                <PaymentEvents events={view.events} />
              </CardBody>
            </Card>
          </div>
          <Documents view={view} />
        </div>
      </div>
    </>
  );
}

function Actions({ view }: { view: PaymentPageView }) {
  const { slug, paymentId, refund, mayRefund, pausesTopUp, orderHref, state } = view;
  if (state === 'waiting' || state === 'invoiced' || state === 'overdue')
    return orderHref && <ButtonLink href={orderHref}>Open the order</ButtonLink>;
  if (!refund || !mayRefund || refundRefusal(refund)) return null;
  return <RefundDialog team={slug} paymentId={paymentId} offer={refund} pausesTopUp={pausesTopUp} />;
}

function Banner({ view: { dispute, state, failure, credits } }: { view: PaymentPageView }) {
  if (dispute)
    return (
      <Alert tone="warn" title={`${formatCents(dispute.amountCents)} of this payment is disputed`}>
        {dispute.credits > 0 &&
          `${takenBack(dispute.credits)} until the bank decides, and will be returned if the payment stands. `}
        Did a colleague not recognize the charge? Ask them to withdraw the dispute.
      </Alert>
    );
  switch (state) {
    case 'charged-back':
      return (
        <Alert tone="bad" title="The bank took this payment back">
          Its credits were taken back with it. Credits already spent are owed and repaid from your next
          purchase.
        </Alert>
      );
    case 'failed':
      return (
        <Alert tone="bad" title={failure ?? 'The payment did not go through.'}>
          Not charged. No credits were added. Try another card or ask your bank.
        </Alert>
      );
    case 'parked':
      return (
        <Alert tone="warn" title="The payment does not match the order">
          No credits were added yet. We will check it and write to you. You do not need to do anything.
        </Alert>
      );
    case 'overdue':
      return (
        <Alert tone="warn" title="The invoice is overdue">
          {formatCredits(credits)} will be added when it is paid. If the transfer is on its way, there is
          nothing to do.
        </Alert>
      );
    case 'closed':
      return (
        <Alert tone="info" title={failure ?? 'We checked the payment and closed the order.'}>
          No credits were added. Write to us if anything about the money is not right.
        </Alert>
      );
    case 'waiting':
    case 'invoiced':
      return (
        <Alert tone="info" title="Not paid yet">
          {formatCredits(credits)} will be added when it is paid.
        </Alert>
      );
    default:
      return null;
  }
}

function Facts({ view }: { view: PaymentPageView }) {
  const { paymentId, amountCents, taxCents, refundedCents, credits, unspent, poNumber, refund } = view;
  const refusal = refund && refundRefusal(refund);
  return (
    <Card aria-labelledby="facts">
      <CardHead id="facts" title="Payment" />
      <CardBody className="py-2">
        <KeyValueList>
          <KeyValue name="Amount" strong>
            {formatColumnCents(amountCents)}
          </KeyValue>
          <KeyValue name="Tax included">{formatColumnCents(taxCents)}</KeyValue>
          {refundedCents > 0 && <KeyValue name="Refunded">{formatColumnCents(-refundedCents)}</KeyValue>}
          <KeyValue name="Credits">
            <CreditAmount amount={credits} />
          </KeyValue>
          {unspent !== null && credits > 0 && (
            <KeyValue name="Unspent">
              <CreditAmount amount={unspent} />
            </KeyValue>
          )}
          {poNumber && <KeyValue name="Purchase order">{poNumber}</KeyValue>}
          <KeyValue name="Reference">
            <span className="code text-12">{paymentId}</span>
          </KeyValue>
        </KeyValueList>
      </CardBody>
      {refund && (
        <CardFoot>
          <span className="max-w-reading">
            {refusal ?? (
              <>
                Unspent credits can be refunded until <Time value={refund.until} style="date-year" />. The
                team’s oldest credits count as spent first.
              </>
            )}
          </span>
        </CardFoot>
      )}
    </Card>
  );
}

const KINDS = { receipt: 'Receipt', invoice: 'Invoice', credit_note: 'Credit note' } as const;

function Documents({ view: { documents, payUrl } }: { view: PaymentPageView }) {
  return (
    <Card aria-labelledby="documents">
      <CardHead id="documents" title="Documents" />
      <CardBody className="py-2">
        {documents.length === 0 && !payUrl ? (
          <p className="py-3 text-ink-2">
            None yet. The receipt and the invoice appear here once it is paid.
          </p>
        ) : (
          <ul className="divide-y">
            {payUrl && (
              <li className="py-2.5">
                <DocumentLink href={payUrl}>Payment page</DocumentLink>
              </li>
            )}
            {documents.map(({ kind, url }) => (
              <li key={url} className="py-2.5">
                <DocumentLink href={url}>{KINDS[kind]}</DocumentLink>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
