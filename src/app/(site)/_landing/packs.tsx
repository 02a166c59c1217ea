import { ButtonLink } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import {
  centsPerCredit,
  PACK_LIST,
  type Pack,
  PREMIUM_CREDITS,
  QUALITY_CREDITS,
} from '@/features/billing/price-list';
import { formatCents } from '@/lib/money';
import { Section } from './section';

export function Packs() {
  return (
    <Section
      id="pricing"
      title="Pay for pictures, not for seats"
      aside="Credits never expire. Seats are unlimited."
    >
      <div className="mt-8 grid divide-y rounded-card border bg-card sm:mt-12 md:grid-cols-3 md:divide-x md:divide-y-0">
        {PACK_LIST.map((pack) => (
          <PackOffer key={pack.id} pack={pack} />
        ))}
      </div>
      <div className="mt-6 flex flex-wrap gap-x-8 gap-y-2 text-ink-2">
        <span className="phone:w-full">What a credit buys:</span>
        <Price amount={QUALITY_CREDITS.standard}>standard picture, 1024 px</Price>
        <Price amount={`+${PREMIUM_CREDITS}`}>premium style</Price>
      </div>
    </Section>
  );
}

function PackOffer({ pack }: { pack: Pack }) {
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 p-5 md:flex md:flex-col md:items-stretch md:p-6 md:pt-7">
      <div className="grid gap-1">
        <h3 className="font-semibold">{pack.name}</h3>
        <p className="md:my-2">
          <CreditAmount amount={pack.credits} size="display" />
        </p>
        <p className="font-semibold">{formatCents(pack.amountCents)}</p>
        <p className="text-12 text-ink-2">{formatCents(centsPerCredit(pack))} a credit</p>
      </div>
      <ButtonLink href="/sign-up" className="min-w-28 md:mt-6 md:w-full">
        Buy {pack.credits}
      </ButtonLink>
    </div>
  );
}

function Price({ amount, children }: { amount: number | string; children: string }) {
  return (
    <span className="flex items-center gap-2 phone:w-full">
      <CreditAmount amount={amount} />
      {children}
    </span>
  );
}
