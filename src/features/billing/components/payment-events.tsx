import { cn } from '@/components/ui/cn';
import { Time } from '@/components/ui/time';
import { formatCents, formatCredits } from '@/lib/money';
import type { PaymentEvent } from '../payment-loaders';

const WORDS: Readonly<Record<PaymentEvent['what'], string>> = {
  ordered: 'Ordered',
  paid: 'Paid',
  failed: 'Failed',
  expired: 'Expired, not charged',
  cancelled: 'Cancelled, not charged',
  parked: 'Under review',
  closed: 'Checked and closed, no credits added',
  refund_asked: 'Refund requested',
  refunded: 'Refunded',
  refund_failed: 'Refund failed, credits returned to the pool',
  disputed: 'Disputed by the bank',
  dispute_won: 'Dispute won, credits returned',
  dispute_lost: 'Dispute lost',
};

const TONES: Partial<Record<PaymentEvent['what'], string>> = {
  paid: 'bg-good',
  refunded: 'bg-fill',
  refund_failed: 'bg-bad',
  failed: 'bg-bad',
  disputed: 'bg-warn',
  dispute_won: 'bg-good',
  dispute_lost: 'bg-bad',
};

/** What happened to a payment, oldest first, along one line. */
export function PaymentEvents({ events }: { events: readonly PaymentEvent[] }) {
  return (
    <ol>
      {events.map((event, index) => (
        <li key={`${event.what} ${event.at}`} className="grid grid-cols-[16px_1fr] gap-x-3">
          <span aria-hidden="true" className="flex flex-col items-center pt-1.5">
            <span className={cn('size-2 flex-none rounded-full', TONES[event.what] ?? 'bg-ink-3')} />
            {index < events.length - 1 && <span className="mt-1.5 w-px grow bg-line" />}
          </span>
          <div className={cn('min-w-0', index < events.length - 1 && 'pb-5')}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{WORDS[event.what]}</span>
              <Time value={event.at} style="full" className="text-ink-3" />
            </p>
            <p className="text-ink-2 wrap-anywhere">{detailsOf(event)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function detailsOf({ what, amountCents, credits, who, note }: PaymentEvent): string {
  return [
    amountCents !== null && formatCents(amountCents),
    credits !== null && credits > 0 && formatCredits(credits),
    who && `by ${who}`,
    noteOf(what, note),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a person wrote is quoted; Stripe's reasons of disputes are codes ("product_not_received"). */
function noteOf(what: PaymentEvent['what'], note: string | null): string | null {
  if (!note) return null;
  if (what === 'ordered') return `purchase order ${note}`;
  if (what === 'disputed') return `reason given: ${note.replaceAll('_', ' ')}`;
  return what === 'refund_asked' ? `“${note}”` : note;
}
