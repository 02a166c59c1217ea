import Link from 'next/link';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { BillingView } from '../billing-loaders';
import type { DisputeBanner, PlanSummary } from '../billing-view-types';
import { takenBack } from '../payments/payment-state-rules';
import { PLANS } from '../price-list';
import { CardsCard } from './cards-card';
import { DetailsCard } from './details-card';
import { OpenPortal } from './open-portal';
import { PaymentTable } from './payment-table';
import { PlanCard } from './plan-card';
import { SpendingCard } from './spending-card';
import { WatchCard } from './watch-card';

/** Everything about a team's money: its plan, how it pays, what its invoices say, and every payment. */
export function BillingPage({ view }: { view: BillingView }) {
  const { slug, plan, spending, disputes, invoiceTo, watch, payments } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed', 'balance.changed']} />
      <PageHead
        title="Billing"
        actions={<ButtonLink href={`/teams/${slug}/credits/buy`}>Buy credits</ButtonLink>}
      />
      <div className="grid gap-6 phone:gap-4">
        <PastDue slug={slug} plan={plan.plan} />
        {disputes.map((dispute) => (
          <Disputed key={dispute.paymentId} slug={slug} dispute={dispute} />
        ))}
        <PlanCard slug={slug} plan={plan} />
        <SpendingCard slug={slug} spending={spending} />
        <div className="grid items-stretch gap-6 md:grid-cols-2 xl:grid-cols-3 phone:gap-4 md:max-xl:*:last:col-span-2">
          <CardsCard slug={slug} />
          <DetailsCard slug={slug} invoiceTo={invoiceTo} />
          <WatchCard slug={slug} watch={watch} />
        </div>
        <PaymentTable slug={slug} payments={payments} />
      </div>
    </>
  );
}

function PastDue({ slug, plan }: { slug: string; plan: PlanSummary['plan'] }) {
  if (!plan?.graceUntil) return null;
  const { name } = PLANS[plan.id];
  return (
    <Alert
      tone="bad"
      title={`The payment for the ${name} plan failed`}
      action={
        <OpenPortal team={slug} flow="update-card" variant="key">
          Update card
        </OpenPortal>
      }
    >
      Update the card to keep the plan. Until <Time value={plan.graceUntil} style="date-year" /> it stays as
      it is. Your credits stay either way.
    </Alert>
  );
}

function Disputed({ slug, dispute }: { slug: string; dispute: DisputeBanner }) {
  return (
    <Alert tone="warn" title={`A payment of ${formatCents(dispute.amountCents)} is disputed`}>
      {dispute.credits > 0 && `${takenBack(dispute.credits)} until the bank decides. `}
      <Link href={`/teams/${slug}/billing/payments/${dispute.paymentId}`} className="link">
        {dispute.label}
      </Link>
    </Alert>
  );
}
