import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { formatCents, formatCredits } from '@/lib/money';
import type { WatchSettings } from '../billing-view-types';
import { PACKS } from '../price-list';
import { WatchDialog } from './watch-dialog';

const WAITS = {
  dispute: 'A bank is deciding about a payment of your team. Nothing is charged until it has.',
  debt: 'Your team owes credits. Buy a pack to repay them; until then nothing is charged automatically.',
} as const;

/** What happens when credits run low. */
export function WatchCard({ slug, watch }: { slug: string; watch: WatchSettings }) {
  const { noticeBelow, topUp, pausedAt, failure, waitsFor, spentThisMonthCents } = watch;
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
              {failure ?? 'The card was declined.'} Nothing is charged until you save the settings again.
            </Alert>
          )}
          {topUp && !pausedAt && waitsFor && (
            <Alert tone="info" title="Automatic top-up is waiting">
              {WAITS[waitsFor]}
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
