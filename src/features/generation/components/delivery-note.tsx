import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Time } from '@/components/ui/time';
import type { NewHeadshots } from '../loaders';

/** How the pictures are delivered and how long they are kept, before they are paid for. */
export function DeliveryNote({ data }: { data: NewHeadshots }) {
  const { t, rich } = useTexts();
  const { watermark, pictureDays, proUntil } = data.config.delivery;
  const kept = () => {
    const { keptUntil } = data;
    if (keptUntil && pictureDays !== null)
      return rich('generation.delivery.kept', {
        days: pictureDays,
        when: () => <Time value={keptUntil} style="date" />,
      });
    if (!proUntil) return t('generation.delivery.keptPro');
    return rich('generation.delivery.keptProUntil', {
      when: () => <Time value={proUntil} style="date-year" />,
    });
  };
  return (
    <>
      {t(watermark ? 'generation.delivery.mark' : 'generation.delivery.noMark')} {kept()}
      {watermark && data.mayBuy && (
        <>
          {' '}
          <Link
            href={`/teams/${data.slug}/credits/buy`}
            className="font-medium text-ink underline underline-offset-2"
          >
            {t('generation.delivery.buy')}
          </Link>
        </>
      )}
    </>
  );
}
