import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { NewHeadshots } from '../loaders';

/** How the pictures are delivered and how long they are kept, before they are paid for. */
export function DeliveryNote({ data, className }: { data: NewHeadshots; className?: string }) {
  const { watermark, pictureDays, proUntil } = data.config.delivery;
  return (
    <p className={className}>
      {watermark
        ? 'Pictures carry a small headcraft mark until your team buys credits.'
        : 'No mark on the pictures.'}{' '}
      {data.keptUntil && pictureDays !== null ? (
        <>
          Kept {pictureDays} days, until <Time value={data.keptUntil} style="date" />.
        </>
      ) : (
        <>
          Kept as long as your team has Pro
          {proUntil && (
            <>
              , until <Time value={proUntil} style="date-year" />
            </>
          )}
          .
        </>
      )}
      {watermark && data.mayBuy && (
        <>
          {' '}
          <Link
            href={`/teams/${data.slug}/credits/buy`}
            className="font-medium text-ink underline underline-offset-2"
          >
            Buy credits
          </Link>
        </>
      )}
    </p>
  );
}
