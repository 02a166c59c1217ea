import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { formatCents } from '@/lib/money';
import type { WatchSettings } from '../billing-view-types';
import { PACKS } from '../price-list';
import { WatchDialog } from './watch-dialog';

/** What happens when credits run low. */
export function WatchCard({ slug, watch }: { slug: string; watch: WatchSettings }) {
  const { noticeBelow, topUp, pausedAt, failure, spentThisMonthCents } = watch;
  return (
    <Card id="low" aria-labelledby="low-title" className="flex scroll-mt-6 flex-col">
      <CardHead id="low-title" title="When credits run low" />
      <CardBody className="flex grow flex-col justify-between gap-4">
        <div className="grid gap-2 text-ink-2">
          <p>{noticeBelow === null ? 'No notice.' : `A notice below ${noticeBelow} credits.`}</p>
          {topUp ? (
            <p>
              Below {topUp.below}, {PACKS[topUp.pack].name} is bought with the saved card:{' '}
              {formatCents(spentThisMonthCents)} of at most {formatCents(topUp.monthlyCapCents)} this month.
            </p>
          ) : (
            <p>Nothing is bought by itself.</p>
          )}
          {topUp && pausedAt && (
            <Alert tone="warn" title="Automatic buying is paused">
              {failure ?? 'The card was declined.'} Not charged. Save the settings again to go on.
            </Alert>
          )}
        </div>
        <div>
          <WatchDialog team={slug} watch={watch} />
        </div>
      </CardBody>
    </Card>
  );
}
