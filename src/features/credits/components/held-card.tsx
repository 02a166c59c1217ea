import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { RelativeTime } from '@/components/ui/time';
import type { OpenHold } from '../loaders';

/** What running headshots have set aside: charged for accepted pictures, the rest is released. */
export function HeldCard({
  slug,
  holds,
  total,
}: {
  slug: string;
  holds: readonly OpenHold[];
  total: number;
}) {
  const { t, rich } = useTexts();
  if (holds.length === 0) return null;
  const listed = holds.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <Card aria-labelledby="held-title">
      <CardHead title={t('credits.held.title')} id="held-title">
        <CreditAmount amount={total} held className="text-ink" />
      </CardHead>
      <ul className="divide-y">
        {holds.map((hold) => (
          <li key={hold.id} className="flex items-center justify-between gap-3 px-5 py-2.5">
            <span className="min-w-0">
              {hold.memberId ? (
                <Link
                  href={`/teams/${slug}/credits/members/${hold.memberId}`}
                  className="block truncate font-medium hover:underline"
                >
                  {hold.name}
                </Link>
              ) : (
                <span className="block truncate font-medium">{hold.name}</span>
              )}
              <span className="text-12 text-ink-3">
                {rich('credits.held.since', { time: () => <RelativeTime value={hold.since} /> })}
              </span>
            </span>
            <CreditAmount amount={hold.amount} held />
          </li>
        ))}
      </ul>
      <CardFoot>
        {listed < total ? t('credits.held.more', { count: total - listed }) : t('credits.held.foot')}
      </CardFoot>
    </Card>
  );
}
