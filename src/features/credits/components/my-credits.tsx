import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import type { MyCredits } from '../loaders';
import { AskCard } from './ask-card';
import { CreditsNav } from './credits-nav';
import { DebtBanner } from './debt-banner';
import { LatestMoves } from './latest-moves';
import { WalletFigures } from './wallet-figures';

/** Credits as a member sees them: what I can spend, what is held, where it went, and whom to ask for more. */
export function MyCreditsView({ view }: { view: MyCredits }) {
  const { t, eitherOf } = useTexts();
  const { slug, solo, wallet, owed, mayBuy, givers, request, latest } = view;
  const buy = <ButtonLink href={`/teams/${slug}/credits/buy`}>{t('credits.buy')}</ButtonLink>;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed', 'payment.changed', 'request.changed']} />
      <PageHead title={t('credits.title')} actions={mayBuy && owed === 0 && buy} />
      <CreditsNav slug={slug} at="overview" usage={false} />
      <DebtBanner slug={slug} owed={owed} reader={solo ? 'alone' : mayBuy ? 'buyer' : 'member'} />
      <Card aria-label={t('credits.mine.wallet')}>
        <WalletFigures wallet={wallet} />
        <p className="border-t px-6 py-3.5 text-ink-2 phone:px-5">{t('credits.mine.foot')}</p>
      </Card>
      {wallet.free === 0 && mayBuy && owed === 0 && (
        <Alert tone="info" title={t('credits.mine.noneTitle')} className="mt-4" action={buy}>
          {t('credits.mine.noneBody')}
        </Alert>
      )}
      {!mayBuy && <AskCard slug={slug} request={request} givers={eitherOf(givers)} />}
      <div className="mt-6 phone:mt-4">
        <LatestMoves
          title={t('credits.statement.mine')}
          rows={latest}
          href={`/teams/${slug}/credits/statement`}
        />
      </div>
    </>
  );
}
