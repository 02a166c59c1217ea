import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { CustomStops } from '@/features/billing/components/custom-stops';
import { PackColumns } from '@/features/billing/components/pack-columns';
import { PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import { type OfferedQuality, QUALITY_NAMES } from '@/features/billing/tier-rules';
import { Section } from './section';

const TITLE = 'Pay for pictures, not for seats';
const ASIDE = 'Credits never expire. Seats are unlimited.';
const BUYS = 'What a credit buys:';
const PREMIUM = 'or more in a premium style';
const MORE = 'All prices, plans and rules';

export function Packs({ qualities }: { qualities: readonly OfferedQuality[] }) {
  return (
    <Section id="pricing" title={TITLE} aside={ASIDE}>
      <div className="mt-8 rounded-card border bg-card sm:mt-12">
        <PackColumns
          heading="h3"
          action={({ credits }) => (
            <ButtonLink href="/sign-up" prefetch={false} className="min-w-28">
              Buy {credits}
            </ButtonLink>
          )}
        />
        <div className="border-t">
          <CustomStops buyHref="/sign-up" />
        </div>
      </div>
      <div className="mt-6 flex flex-wrap gap-x-8 gap-y-2 text-ink-2">
        <span className="phone:w-full">{BUYS}</span>
        {qualities.map(({ id, shortSide }) => (
          <Price key={id} amount={QUALITY_CREDITS[id]}>
            {QUALITY_NAMES[id].toLowerCase()}, {shortSide} px
          </Price>
        ))}
        <Price amount={`+${PREMIUM_CREDITS}`}>{PREMIUM}</Price>
        <Link href="/pricing" prefetch={false} className="link ml-auto phone:ml-0">
          {MORE}
        </Link>
      </div>
    </Section>
  );
}

function Price({ amount, children }: { amount: number | string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-2 phone:w-full">
      <CreditAmount amount={amount} />
      <span>{children}</span>
    </span>
  );
}
