import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PackColumns } from '@/features/billing/components/pack-columns';
import { PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import { Section } from './section';

export function Packs() {
  return (
    <Section
      id="pricing"
      title="Pay for pictures, not for seats"
      aside="Credits never expire. Seats are unlimited."
    >
      <div className="mt-8 rounded-card border bg-card sm:mt-12">
        <PackColumns
          heading="h3"
          action={({ credits }) => (
            <ButtonLink href="/sign-up" className="min-w-28">
              Buy {credits}
            </ButtonLink>
          )}
        />
      </div>
      <div className="mt-6 flex flex-wrap gap-x-8 gap-y-2 text-ink-2">
        <span className="phone:w-full">What a credit buys:</span>
        <Price amount={QUALITY_CREDITS.standard}>standard picture, 1024 px</Price>
        <Price amount={`+${PREMIUM_CREDITS}`}>or more in a premium style</Price>
        <Link href="/pricing" className="link ml-auto phone:ml-0">
          All prices, plans and rules
        </Link>
      </div>
    </Section>
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
