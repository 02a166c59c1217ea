import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { formatCents, formatCredits } from '@/lib/money';
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
          <p>
            {noticeBelow === null
              ? 'No notice is sent.'
              : `A notice is sent below ${formatCredits(noticeBelow)}.`}
          </p>
          {topUp ? (
            <p>
              Below {formatCredits(topUp.below)}, we buy a {PACKS[topUp.pack].name} pack with the saved card.
              Spent this month: {formatCents(spentThisMonthCents)} of {formatCents(topUp.monthlyCapCents)}.
            </p>
          ) : (
            <p>Automatic top-up is off.</p>
          )}
          {topUp && pausedAt && (
            <Alert tone="warn" title="Automatic top-up is paused">
              {failure ?? 'The card was declined.'} Not charged. Save the settings again to resume.
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
