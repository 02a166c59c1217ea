import { ButtonLink } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { centsPerCredit, PACK_LIST } from '@/features/billing/price-list';
import { formatCents } from '@/lib/money';

/** The three packs side by side; each button leads to `href`. */
export function PackOffers({ href, heading: Heading }: { href: string; heading: 'h2' | 'h3' }) {
  return (
    <div className="grid divide-y md:grid-cols-3 md:divide-x md:divide-y-0">
      {PACK_LIST.map((pack) => (
        <div
          key={pack.id}
          className="grid grid-cols-[1fr_auto] items-center gap-x-4 p-5 md:flex md:flex-col md:items-stretch md:p-6 md:pt-7"
        >
          <div className="grid gap-1">
            <Heading className="font-semibold">{pack.name}</Heading>
            <p className="md:my-2">
              <CreditAmount amount={pack.credits} size="display" />
            </p>
            <p className="font-semibold">{formatCents(pack.amountCents)}</p>
            <p className="text-12 text-ink-2">{formatCents(centsPerCredit(pack))} a credit</p>
          </div>
          <ButtonLink href={href} className="min-w-28 md:mt-6 md:w-full">
            Buy {pack.credits}
          </ButtonLink>
        </div>
      ))}
    </div>
  );
}
