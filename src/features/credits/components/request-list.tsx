import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { RelativeTime } from '@/components/ui/time';
import type { AskedFor } from '../loaders';
import { RequestDecision } from './request-decision';

/** Who asks for credits and why; each answered in one press. Nothing is shown when nobody asks. */
export function RequestList({
  slug,
  requests,
  pool,
}: {
  slug: string;
  requests: { rows: AskedFor[]; more: boolean };
  pool: number;
}) {
  const { t, rich, people } = useTexts();
  const { rows, more } = requests;
  if (rows.length === 0) return null;
  return (
    <Card id="requests" aria-labelledby="requests-title" className="mb-6 scroll-mt-6 phone:mb-4">
      <CardHead title={t('credits.requests.title')} id="requests-title">
        <span className="tabular-nums">
          {more ? t('credits.requests.many', { count: rows.length }) : people(rows.length)}
        </span>
      </CardHead>
      <ul className="divide-y">
        {rows.map((request) => (
          <li
            key={request.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-3 bg-key-wash px-5 py-3.5 last:rounded-b-card"
          >
            <Avatar name={request.name} src={request.image} size={28} />
            <div className="min-w-0 flex-1 phone:basis-[calc(100%-3.5rem)]">
              <p className="wrap-anywhere font-medium">
                {rich('credits.requests.asks', {
                  name: request.name,
                  amount: () => <CreditAmount amount={request.amount} />,
                })}
              </p>
              <p className="wrap-anywhere text-ink-2">
                {request.note && <>{t('credits.quoted', { text: request.note })} </>}
                <span className="block">
                  {rich('credits.requests.free', {
                    free: request.free,
                    time: () => <RelativeTime value={request.at} />,
                  })}
                </span>
              </p>
            </div>
            <RequestDecision team={slug} request={request} pool={pool} />
          </li>
        ))}
      </ul>
      {more && <CardFoot>{t('credits.requests.more')}</CardFoot>}
    </Card>
  );
}
