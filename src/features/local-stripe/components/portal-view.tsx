import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { PortalPage } from '../loaders';
import { AddCard } from './add-card';
import { PortalButton } from './portal-button';
import { TestDocument } from './test-document';

/** The customer portal of the local Stripe: cards, the plan and invoices of one customer. */
export function PortalView({ portal }: { portal: PortalPage }) {
  return (
    <TestDocument>
      <h1 className="font-semibold text-28">{portal.customer}</h1>
      <p className="mt-1 mb-6 text-ink-2">Cards, plan and invoices at the local Stripe.</p>
      <div className="grid gap-4">
        {portal.may.changeCards && portal.flow !== 'subscription_cancel' && <Cards portal={portal} />}
        {portal.plans.length > 0 && portal.flow !== 'payment_method_update' && <Plans portal={portal} />}
        {portal.may.seeInvoices && portal.flow === null && <Invoices portal={portal} />}
      </div>
      {portal.returnUrl && (
        <p className="mt-8">
          <a href={portal.returnUrl} className="link">
            Back to headcraft
          </a>
        </p>
      )}
    </TestDocument>
  );
}

function Cards({ portal }: { portal: PortalPage }) {
  return (
    <Card>
      <CardHead title="Cards" />
      {portal.cards.length > 0 && (
        <ul className="divide-y border-b">
          {portal.cards.map((card) => (
            <li key={card.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
              <span className="font-medium">{card.name}</span>
              <span className="text-ink-2">{card.expires}</span>
              {card.isDefault && <Badge tone="good">default</Badge>}
              <span className="ml-auto flex gap-1">
                {!card.isDefault && (
                  <PortalButton portal={portal.id} press={{ action: 'default-card', card: card.id }}>
                    Make default
                  </PortalButton>
                )}
                <PortalButton portal={portal.id} press={{ action: 'remove-card', card: card.id }}>
                  Remove
                </PortalButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      <CardBody>
        <AddCard portal={portal.id} />
      </CardBody>
    </Card>
  );
}

function Plans({ portal }: { portal: PortalPage }) {
  return (
    <Card>
      <CardHead title="Plan" />
      <ul className="divide-y">
        {portal.plans.map((plan) => (
          <li key={plan.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3">
            <span className="font-medium">{plan.name}</span>
            <span className="text-ink-2">
              {formatCents(plan.amount)} / {plan.interval}
            </span>
            {plan.status === 'past_due' && <Badge tone="bad">unpaid</Badge>}
            <span className="basis-full text-ink-2">
              {plan.ends ? 'Ends on ' : 'Renews on '}
              <Time value={plan.until} style="date-year" />
            </span>
            {portal.may.cancel && (
              <PortalButton
                portal={portal.id}
                press={{ action: plan.ends ? 'resume' : 'cancel', subscription: plan.id }}
              >
                {plan.ends ? 'Keep the plan' : 'Cancel the plan'}
              </PortalButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Invoices({ portal }: { portal: PortalPage }) {
  return (
    <Card>
      <CardHead title="Invoices" />
      {portal.invoices.length === 0 ? (
        <CardBody className="text-ink-2">No invoice yet.</CardBody>
      ) : (
        <ul className="divide-y">
          {portal.invoices.map((invoice) => (
            <li key={invoice.id}>
              <Link
                href={`/dev/invoices/${invoice.id}`}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5 hover:bg-wash"
              >
                <span className="font-medium">{invoice.number}</span>
                <Time value={invoice.created} style="date-year" className="text-ink-2" />
                <Badge tone={invoice.status === 'paid' ? 'good' : 'quiet'}>{invoice.status}</Badge>
                <span className="ml-auto">{formatCents(invoice.amount)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
