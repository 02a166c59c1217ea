import Link from 'next/link';
import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import type { BillingView } from '../billing-loaders';
import type { DisputeBanner, PlanSummary } from '../billing-view-types';
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
  const { t } = useTexts();
  const { slug, plan, spending, disputes, invoiceTo, watch, payments } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed', 'balance.changed']} />
      <PageHead
        title={t('billing.page.title')}
        actions={<ButtonLink href={`/teams/${slug}/credits/buy`}>{t('billing.page.buy')}</ButtonLink>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 phone:gap-4">
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
  const { t, rich } = useTexts();
  const until = plan?.graceUntil;
  if (!until) return null;
  const { name } = PLANS[plan.id];
  return (
    <Alert
      tone="bad"
      title={t('billing.alert.pastDueTitle', { plan: name })}
      action={
        <OpenPortal team={slug} flow="update-card" variant="key">
          {t('billing.alert.updateCard')}
        </OpenPortal>
      }
    >
      {rich('billing.alert.pastDue', { date: () => <Time value={until} style="date-year" /> })}
    </Alert>
  );
}

function Disputed({ slug, dispute }: { slug: string; dispute: DisputeBanner }) {
  const { t, cents } = useTexts();
  const { amountCents, credits } = dispute;
  return (
    <Alert tone="warn" title={t('billing.alert.disputedTitle', { amount: cents(amountCents) })}>
      {credits > 0 && `${t('billing.alert.disputedCredits', { credits })} `}
      <Link href={`/teams/${slug}/billing/payments/${dispute.paymentId}`} className="link">
        {dispute.label}
      </Link>
    </Alert>
  );
}
