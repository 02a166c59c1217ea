import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { CreditAmount } from '@/components/ui/credit-amount';
import { centsPerCredit, PACK_LIST, type Pack } from '../price-list';

type Props = {
  /** Heading level that fits the page. */
  heading: 'h2' | 'h3';
  /** What stands below a price: a link, or the buttons that buy. */
  action: (pack: Pack) => ReactNode;
};

/** The three packs side by side; one below the other on a phone, with the action at the right. */
export function PackColumns({ heading: Heading, action }: Props) {
  const { t, cents } = useTexts();
  return (
    <div className="grid divide-y md:grid-cols-3 md:divide-x md:divide-y-0">
      {PACK_LIST.map((pack) => (
        <section
          key={pack.id}
          aria-label={pack.name}
          className="grid grid-cols-[1fr_auto] max-[16rem]:grid-cols-1 max-[16rem]:gap-y-3 items-center gap-x-4 p-5 md:flex md:flex-col md:items-stretch md:p-6 md:pt-7"
        >
          <div className="grid gap-1">
            <Heading className="font-semibold">{pack.name}</Heading>
            <p className="md:my-2">
              <CreditAmount amount={pack.credits} size="display" />
            </p>
            <p className="font-semibold">{cents(pack.amountCents)}</p>
            <p className="text-12 text-ink-2">
              {t('billing.buy.eachCredit', { price: cents(centsPerCredit(pack)) })}
            </p>
          </div>
          <div className="grid gap-1 md:mt-6">{action(pack)}</div>
        </section>
      ))}
    </div>
  );
}
