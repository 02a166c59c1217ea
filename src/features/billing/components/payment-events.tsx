import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import { Time } from '@/components/ui/time';
import type { Texts } from '@/texts/make-texts';
import type { PaymentEvent } from '../payment-loaders';
import { disputeReason } from '../payments/dispute-reason';

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
  const texts = useTexts();
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
              <span className="font-medium">{texts.t(`billing.event.${event.what}`)}</span>
              <Time value={event.at} style="full" className="text-ink-3" />
            </p>
            <p className="text-ink-2 wrap-anywhere">{detailsOf(event, texts)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function detailsOf({ what, amountCents, credits, who, note }: PaymentEvent, texts: Texts): string {
  return [
    amountCents !== null && texts.cents(amountCents),
    credits !== null && credits > 0 && texts.credits(credits),
    who && texts.t('billing.eventNote.by', { name: who }),
    noteOf(what, note, texts),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a person wrote is quoted; Stripe's reasons of disputes are codes ("product_not_received"). */
function noteOf(what: PaymentEvent['what'], note: string | null, texts: Texts): string | null {
  if (!note) return null;
  if (what === 'ordered') return texts.t('billing.eventNote.purchaseOrder', { number: note });
  if (what === 'disputed') return texts.t('billing.eventNote.reason', { reason: disputeReason(note, texts) });
  return what === 'refund_asked' ? texts.t('billing.eventNote.quoted', { words: note }) : note;
}
