import { Badge } from '@/components/ui/badge';
import { formatCents } from '@/lib/money';
import type { StripeOverview } from '../loaders';
import { Section } from './section';
import { StripeButton } from './stripe-button';

type Dispute = StripeOverview['disputes'][number];

/** Disputes and inquiries, and how their banks decide. */
export function Disputes({ disputes }: { disputes: Dispute[] }) {
  return (
    <Section title="Disputes" empty="No dispute. Open one beside a payment." items={disputes}>
      {disputes.map((dispute) => (
        <li key={dispute.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
          <span className="font-medium">{formatCents(dispute.amount)}</span>
          <Badge tone={toneOf(dispute)}>{nameOf(dispute)}</Badge>
          <span className="text-ink-2">{dispute.customer}</span>
          {dispute.open && (
            <span className="ml-auto flex gap-2">
              {dispute.inquiry ? <InquiryButtons id={dispute.id} /> : <DisputeButtons id={dispute.id} />}
            </span>
          )}
        </li>
      ))}
    </Section>
  );
}

function DisputeButtons({ id }: { id: string }) {
  return (
    <>
      <StripeButton press={{ action: 'close-dispute', dispute: id, outcome: 'won' }}>Won</StripeButton>
      <StripeButton press={{ action: 'close-dispute', dispute: id, outcome: 'lost' }}>Lost</StripeButton>
    </>
  );
}

function InquiryButtons({ id }: { id: string }) {
  return (
    <>
      <StripeButton press={{ action: 'close-dispute', dispute: id, outcome: 'closed' }}>Settled</StripeButton>
      <StripeButton press={{ action: 'escalate-dispute', dispute: id }}>Becomes a dispute</StripeButton>
    </>
  );
}

function nameOf({ status, inquiry, open }: Dispute): string {
  if (inquiry) return open ? 'inquiry' : 'inquiry closed';
  return status.replaceAll('_', ' ');
}

function toneOf({ status, inquiry, open }: Dispute): 'good' | 'warn' | 'bad' | 'quiet' {
  if (open) return 'warn';
  if (inquiry) return 'quiet';
  return status === 'won' ? 'good' : 'bad';
}
