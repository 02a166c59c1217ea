import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import type { WatchSettings } from '../billing-view-types';
import { PACKS } from '../price-list';
import { WatchDialog } from './watch-dialog';

/** What happens when credits run low. */
export function WatchCard({ slug, watch }: { slug: string; watch: WatchSettings }) {
  const { t, credits, cents } = useTexts();
  const { noticeBelow, topUp, pausedAt, failure, waitsFor, spentThisMonthCents } = watch;
  return (
    <Card id="low" aria-labelledby="low-title" className="flex scroll-mt-6 flex-col">
      <CardHead id="low-title" title={t('billing.low.title')} />
      <CardBody className="flex grow flex-col justify-between gap-4">
        <div className="grid gap-2 text-ink-2">
          <p>
            {noticeBelow === null
              ? t('billing.low.noNotice')
              : t('billing.low.notice', { credits: credits(noticeBelow) })}
          </p>
          {topUp ? (
            <p>
              {t('billing.low.topUp', {
                credits: credits(topUp.below),
                pack: PACKS[topUp.pack].name,
                spent: cents(spentThisMonthCents),
                cap: cents(topUp.monthlyCapCents),
              })}
            </p>
          ) : (
            <p>{t('billing.low.topUpOff')}</p>
          )}
          {topUp && pausedAt && (
            <Alert tone="warn" title={t('billing.low.pausedTitle')}>
              {t('billing.low.paused', { why: failure ?? t('billing.low.declined') })}
            </Alert>
          )}
          {topUp && !pausedAt && waitsFor && (
            <Alert tone="info" title={t('billing.low.waitingTitle')}>
              {t(`billing.low.waits.${waitsFor}`)}
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
