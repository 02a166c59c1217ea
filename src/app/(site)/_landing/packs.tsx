import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { CustomStops } from '@/features/billing/components/custom-stops';
import { PackColumns } from '@/features/billing/components/pack-columns';
import { PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import type { OfferedQuality } from '@/features/billing/tier-rules';
import { START_BUYING } from '@/lib/arrival';
import { Section } from './section';

export function Packs({ qualities }: { qualities: readonly OfferedQuality[] }) {
  const { t } = useTexts();
  return (
    <Section id="pricing" title={t('site.packs.title')} aside={t('site.packs.aside')}>
      <div className="mt-8 rounded-card border bg-card sm:mt-12">
        <PackColumns
          heading="h3"
          action={({ credits }) => (
            <ButtonLink href={START_BUYING} prefetch={false} className="min-w-28">
              {t('site.packs.buy', { credits })}
            </ButtonLink>
          )}
        />
        <div className="border-t">
          <CustomStops />
        </div>
      </div>
      <div className="mt-6 flex flex-wrap gap-x-8 gap-y-2 text-ink-2">
        <span className="phone:w-full">{t('site.packs.buys')}</span>
        {qualities.map(({ id, shortSide }) => (
          <Price key={id} amount={QUALITY_CREDITS[id]}>
            {t(`site.packs.quality.${id}`, { px: String(shortSide) })}
          </Price>
        ))}
        <Price amount={`+${PREMIUM_CREDITS}`}>{t('site.packs.premium')}</Price>
        <Link href="/pricing" prefetch={false} className="link ml-auto phone:ml-0">
          {t('site.packs.more')}
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
