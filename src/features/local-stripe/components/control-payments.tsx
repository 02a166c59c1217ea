import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { StripeOverview } from '../loaders';
import { StripeButton } from './stripe-button';

type Payment = StripeOverview['payments'][number];

const TONES: Record<Payment['state'], 'good' | 'bad' | 'quiet' | 'warn'> = {
  paid: 'good',
  failed: 'bad',
  refunded: 'quiet',
  'partly refunded': 'quiet',
  disputed: 'warn',
  'asked about': 'warn',
  lost: 'bad',
};

/** The newest payments at the local Stripe, with what can happen to each. */
export function ControlPayments({
  payments,
  bankPayments,
}: Pick<StripeOverview, 'payments' | 'bankPayments'>) {
  return (
    <Card>
      <CardHead title="Payments" />
      {payments.length + bankPayments.length === 0 ? (
        <CardBody className="text-ink-2">No payment yet. Buy a pack, or start a plan.</CardBody>
      ) : (
        <ul className="divide-y">
          {bankPayments.map((payment) => (
            <li key={payment.sessionId} className="grid gap-2 px-5 py-3">
              <Line
                what={payment.what}
                amount={payment.amount}
                badge={<Badge tone="info">on its way</Badge>}
              />
              <p className="text-ink-2">{payment.customer}, from a bank account</p>
              <span className="flex flex-wrap gap-2">
                <StripeButton press={{ action: 'settle-bank', session: payment.sessionId, arrived: true }}>
                  It arrives
                </StripeButton>
                <StripeButton press={{ action: 'settle-bank', session: payment.sessionId, arrived: false }}>
                  It fails
                </StripeButton>
              </span>
            </li>
          ))}
          {payments.map((payment) => (
            <PaymentItem key={payment.chargeId} payment={payment} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function PaymentItem({ payment }: { payment: Payment }) {
  const { chargeId: charge, left, amount } = payment;
  const half = Math.floor(left / 2);
  return (
    <li className="grid gap-2 px-5 py-3">
      <Line
        what={payment.what}
        amount={amount}
        badge={<Badge tone={TONES[payment.state]}>{payment.state}</Badge>}
      />
      <p className="text-ink-2">
        {payment.customer}, {payment.paidWith}, <Time value={payment.created} />
      </p>
      {(left > 0 || payment.canDispute) && (
        <span className="flex flex-wrap gap-2">
          {left > 0 && (
            <StripeButton press={{ action: 'refund', charge, amount: left }}>
              Refund {formatCents(left)}
            </StripeButton>
          )}
          {half > 0 && (
            <StripeButton press={{ action: 'refund', charge, amount: half }}>
              Refund {formatCents(half)}
            </StripeButton>
          )}
          {payment.canDispute && (
            <>
              <StripeButton press={{ action: 'open-dispute', charge }}>Open dispute</StripeButton>
              <StripeButton press={{ action: 'open-dispute', charge, inquiry: true }}>
                Open inquiry
              </StripeButton>
            </>
          )}
        </span>
      )}
    </li>
  );
}

function Line({ what, amount, badge }: { what: string; amount: number; badge: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{what}</span>
        {badge}
      </span>
      <span className="font-medium">{formatCents(amount)}</span>
    </div>
  );
}
