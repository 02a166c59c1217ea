import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { StripeOverview } from '../loaders';
import { Disputes } from './control-disputes';
import { Failures } from './control-failures';
import { ControlPayments } from './control-payments';
import { PendingRefunds } from './control-refunds';
import { Section } from './section';
import { StripeButton } from './stripe-button';

/** The control page of the local Stripe: what cardholders, banks and time do, at the press of a button. */
export function ControlView({ overview }: { overview: StripeOverview }) {
  return (
    <>
      <PageHead title="Local Stripe" actions={<Webhooks overview={overview} />}>
        Everything here is a test. Do what cardholders, banks and time would do.
      </PageHead>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-1 gap-4">
          <ControlPayments payments={overview.payments} bankPayments={overview.bankPayments} />
          <Invoices invoices={overview.invoices} />
        </div>
        <div className="grid grid-cols-1 gap-4">
          <Clock overview={overview} />
          <Subscriptions subscriptions={overview.subscriptions} />
          <Disputes disputes={overview.disputes} />
          <PendingRefunds refunds={overview.pendingRefunds} />
          <Failures left={overview.failuresLeft} />
        </div>
      </div>
    </>
  );
}

function Webhooks({ overview: { webhooks } }: { overview: StripeOverview }) {
  return (
    <>
      {webhooks.undelivered > 0 && <Badge tone="warn">{webhooks.undelivered} events not delivered</Badge>}
      <StripeButton press={{ action: 'webhooks', on: webhooks.paused }} size="md">
        {webhooks.paused ? 'Turn webhooks on' : 'Turn webhooks off'}
      </StripeButton>
    </>
  );
}

function Clock({ overview }: { overview: StripeOverview }) {
  return (
    <Card>
      <CardHead title="Clock">{overview.ahead && <Badge tone="info">ahead of today</Badge>}</CardHead>
      <CardBody className="grid gap-3">
        <p>
          It is <Time value={overview.now} style="date-year" className="font-semibold" /> at the local Stripe.
          {overview.nextRenewal && (
            <>
              {' '}
              The next renewal is on <Time value={overview.nextRenewal} style="date-year" />.
            </>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <StripeButton press={{ action: 'move-clock', days: 1 }}>1 day on</StripeButton>
          <StripeButton press={{ action: 'move-clock', days: 7 }}>7 days on</StripeButton>
          {overview.nextRenewal && (
            <StripeButton press={{ action: 'next-renewal' }}>To the next renewal</StripeButton>
          )}
        </div>
        <p className="text-ink-2">The clock does not go back. Headcraft’s own clock stays where it is.</p>
      </CardBody>
    </Card>
  );
}

function Subscriptions({ subscriptions }: Pick<StripeOverview, 'subscriptions'>) {
  return (
    <Section title="Plans" empty="No plan yet." items={subscriptions}>
      {subscriptions.map((plan) => (
        <li key={plan.id} className="grid gap-0.5 px-5 py-2.5">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{plan.what}</span>
            <Badge tone={plan.status === 'active' ? 'good' : plan.status === 'canceled' ? 'quiet' : 'bad'}>
              {plan.status.replace('_', ' ')}
            </Badge>
          </span>
          <span className="text-ink-2">
            {plan.customer}
            {plan.status !== 'canceled' && (
              <>
                , {plan.ends ? 'ends' : 'renews'} <Time value={plan.until} style="date-year" />
              </>
            )}
          </span>
        </li>
      ))}
    </Section>
  );
}

function Invoices({ invoices }: Pick<StripeOverview, 'invoices'>) {
  return (
    <Section title="Invoices" empty="No invoice yet." items={invoices}>
      {invoices.map((invoice) => (
        <li key={invoice.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
          <Link href={`/dev/invoices/${invoice.id}`} className="link">
            {invoice.number}
          </Link>
          <Badge tone={invoice.status === 'paid' ? 'good' : invoice.status === 'open' ? 'info' : 'quiet'}>
            {invoice.status}
          </Badge>
          <span className="min-w-0 truncate text-ink-2">
            {invoice.customer}
            {invoice.due && invoice.status === 'open' && (
              <>
                , due <Time value={invoice.due} style="date" />
              </>
            )}
          </span>
          <span className="ml-auto">{formatCents(invoice.amount)}</span>
          {invoice.status === 'open' && (
            <StripeButton press={{ action: 'invoice-arrives', invoice: invoice.id }}>
              Bank transfer arrives
            </StripeButton>
          )}
        </li>
      ))}
    </Section>
  );
}
