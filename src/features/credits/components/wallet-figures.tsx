import { useTexts } from '#use-texts';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { picturesLeft } from '../rules';
import { Amount, Figure } from './balance-card';

type Wallet = { free: number; held: number; used: number };

/** One wallet in four numbers: what can be spent, what is held, what was used, how many pictures that is. */
export function WalletFigures({ wallet: { free, held, used } }: { wallet: Wallet }) {
  const { t, number } = useTexts();
  return (
    <dl className="grid grid-cols-[1.55fr_repeat(3,1fr)] py-6 phone:grid-cols-2 phone:gap-y-5 phone:py-5">
      <Figure label={t('credits.mine.free')} first>
        <CreditAmount amount={free} size="figure">
          <CountingNumber value={free} />
        </CreditAmount>
      </Figure>
      <Figure label={t('credits.mine.held')}>
        <Amount value={held} held={held > 0} />
      </Figure>
      <Figure label={t('credits.mine.used')}>
        <Amount value={used} />
      </Figure>
      <Figure label={t('credits.mine.left')}>
        <span className="font-medium text-20 tabular-nums">{number(picturesLeft(free))}</span>
      </Figure>
    </dl>
  );
}
