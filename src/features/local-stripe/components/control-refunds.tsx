import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { StripeOverview } from '../loaders';
import { Section } from './section';
import { StripeButton } from './stripe-button';

/** Refunds that are on their way. A day of the local Stripe's clock lets them arrive, too. */
export function PendingRefunds({ refunds }: { refunds: StripeOverview['pendingRefunds'] }) {
  if (refunds.length === 0) return null;
  return (
    <Section title="Refunds on their way" empty="" items={refunds}>
      {refunds.map(({ id, amount, customer, created }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
          <span className="font-medium">{formatCents(amount)}</span>
          <span className="text-ink-2">
            {customer}, <Time value={created} style="date" />
          </span>
          <span className="ml-auto flex gap-2">
            <StripeButton press={{ action: 'complete-refund', refund: id }}>It arrives</StripeButton>
            <StripeButton press={{ action: 'fail-refund', refund: id }}>It fails</StripeButton>
          </span>
        </li>
      ))}
    </Section>
  );
}
