import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { BalanceBar, type BalancePart, BalanceSwatch } from '@/components/ui/balance-bar';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Time } from '@/components/ui/time';
import { Verdict } from '@/components/ui/verdict';
import { addsUp, balanceSentence, type Overview } from '../rules';

/** Where the team's credits are, and the sentence that they add up. */
export function BalanceCard({ overview, checkedAt }: { overview: Overview; checkedAt: string }) {
  const { t } = useTexts();
  const { pool, wallets, held, promised, used, owed } = overview;
  return (
    <Card aria-label={t('credits.balance.label')} className="@container">
      <dl
        className={cn(
          'grid py-6 phone:grid-cols-2 phone:gap-y-5 phone:py-5 sm:@max-[54rem]:gap-y-6',
          owed > 0
            ? 'grid-cols-[1.4fr_repeat(5,1fr)] sm:@max-[54rem]:grid-cols-5'
            : 'grid-cols-[1.55fr_repeat(4,1fr)] sm:@max-[54rem]:grid-cols-4',
        )}
      >
        <Figure label={t('credits.balance.pool')} part="pool" first>
          <CreditAmount amount={pool} size="figure">
            <CountingNumber value={pool} />
          </CreditAmount>
        </Figure>
        <Figure label={t('credits.balance.wallets')} part="wallets">
          <Amount value={wallets} />
        </Figure>
        <Figure label={t('credits.balance.held')}>
          <Amount value={held} held={held > 0} />
        </Figure>
        <Figure label={t('credits.balance.promised')} part="promised">
          <Amount value={promised} />
        </Figure>
        <Figure label={t('credits.balance.used')} part="used">
          <Amount value={used} />
        </Figure>
        {owed > 0 && (
          <Figure label={t('credits.balance.owed')}>
            <span className="text-bad">
              <Amount value={owed} />
            </span>
          </Figure>
        )}
      </dl>
      <div className="px-6 pb-5 phone:px-5">
        <BalanceBar
          parts={[
            { part: 'pool', amount: pool },
            { part: 'wallets', amount: wallets },
            { part: 'promised', amount: promised },
            { part: 'used', amount: used },
          ]}
        />
      </div>
      <BalanceSentence overview={overview} checkedAt={checkedAt} />
    </Card>
  );
}

export function Figure({
  label,
  part,
  first = false,
  children,
}: {
  label: string;
  part?: BalancePart;
  first?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={cn(
        'flex flex-col justify-between gap-3 px-6 phone:gap-1.5 phone:px-5',
        first
          ? 'phone:col-span-2 sm:@max-[54rem]:col-span-full'
          : 'border-l phone:even:border-l-0 sm:@max-[54rem]:nth-2:border-l-0',
      )}
    >
      <dt className="whitespace-nowrap text-ink-2">
        {part && <BalanceSwatch part={part} />}
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Amount({ value, held = false }: { value: number; held?: boolean }) {
  return (
    <CreditAmount amount={value} held={held} size="large">
      <CountingNumber value={value} />
    </CreditAmount>
  );
}

function BalanceSentence({ overview, checkedAt }: { overview: Overview; checkedAt: string }) {
  const texts = useTexts();
  const { t, rich } = texts;
  const sound = addsUp(overview);
  const sum = balanceSentence(overview, texts);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t px-6 py-3.5 text-ink-2 phone:px-5">
      {sound ? (
        <span className="inline-flex items-center gap-1.5 font-medium text-good">
          <Scale className="size-4" aria-hidden="true" />
          {t('credits.balance.sound')}
        </span>
      ) : (
        <Verdict tone="bad">{t('credits.balance.unsound')}</Verdict>
      )}
      <span className="tabular-nums">{sound ? sum : t('credits.balance.wrongSum', { sum })}</span>
      <span className="ml-auto text-ink-3 phone:hidden">
        {rich('credits.balance.checked', { time: () => <Time value={checkedAt} style="time" /> })}
      </span>
    </p>
  );
}
