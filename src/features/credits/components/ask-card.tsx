import { useTexts } from '#use-texts';
import { Card } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { RelativeTime } from '@/components/ui/time';
import { Verdict } from '@/components/ui/verdict';
import type { MyRequest } from '../loaders';
import { AskDialog, WithdrawButton } from './ask-dialog';

/** A member's request: what they may ask, what waits for an answer, what the last answer was. */
export function AskCard({
  slug,
  request,
  givers,
}: {
  slug: string;
  request: MyRequest | null;
  givers: string;
}) {
  const { t } = useTexts();
  const waiting = request?.status === 'pending';
  return (
    <Card
      aria-label={t('credits.client.ask.title')}
      className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-6 py-4 phone:mt-4 phone:px-5"
    >
      <div className="min-w-0 flex-1 phone:basis-full">
        {request ? (
          <Answer request={request} />
        ) : (
          <>
            <p className="font-medium">{t('credits.ask.more')}</p>
            <p className="text-ink-2">{t('credits.ask.lead', { givers })}</p>
          </>
        )}
      </div>
      {waiting ? (
        <WithdrawButton team={slug} requestId={request.id} />
      ) : (
        <AskDialog team={slug} givers={givers} />
      )}
    </Card>
  );
}

function Answer({ request }: { request: MyRequest }) {
  const { t, rich } = useTexts();
  const { status, amount, granted, note, answer, by, at, decidedAt } = request;
  const asked = rich('credits.ask.asked', { amount: () => <CreditAmount amount={amount} /> });
  if (status === 'pending')
    return (
      <>
        <p className="font-medium">{asked}</p>
        <p className="wrap-anywhere text-ink-2">
          {note && <>{t('credits.quoted', { text: note })} </>}
          {rich('credits.ask.waiting', { time: () => <RelativeTime value={at} /> })}
        </p>
      </>
    );
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        {status === 'approved' ? (
          <Verdict tone="good">{t('credits.ask.given')}</Verdict>
        ) : (
          <Verdict tone="warn">{t('credits.ask.declined')}</Verdict>
        )}
        <span className="font-medium">
          {status === 'approved' && granted !== amount
            ? rich('credits.ask.givenOf', {
                amount: () => <CreditAmount amount={granted ?? 0} />,
                asked: amount,
              })
            : asked}
        </span>
      </p>
      <p className="wrap-anywhere text-ink-2">
        {answer && <>{t('credits.quoted', { text: answer })} </>}
        {by}, <RelativeTime value={decidedAt ?? at} />
      </p>
    </>
  );
}
