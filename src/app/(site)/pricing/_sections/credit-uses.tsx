import { useTexts } from '#use-texts';
import { CreditAmount } from '@/components/ui/credit-amount';
import { centsPerCredit, PACKS, PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import type { OfferedQuality } from '@/features/billing/tier-rules';
import type { Texts } from '@/texts/make-texts';
import { Section } from '../../_landing/section';

/** Each quality that can be drawn, then what comes on top and what costs nothing. */
function usesOf(qualities: readonly OfferedQuality[], { t }: Texts) {
  return [
    ...qualities.map(({ id, shortSide }) => ({
      amount: QUALITY_CREDITS[id],
      name: t(`site.uses.quality.${id}`),
      detail: t('site.uses.qualityDetail', { px: String(shortSide) }),
    })),
    {
      amount: QUALITY_CREDITS.standard + PREMIUM_CREDITS,
      name: t(qualities.length > 1 ? 'site.uses.premiumStandard' : 'site.uses.premium'),
      detail: t('site.uses.premiumDetail', { count: PREMIUM_CREDITS }),
    },
    { amount: 0, name: t('site.uses.unlike'), detail: t('site.uses.unlikeDetail') },
  ];
}

export function CreditUses({ qualities }: { qualities: readonly OfferedQuality[] }) {
  const texts = useTexts();
  const { t, cents } = texts;
  const { credits } = PACKS.professional;
  return (
    <Section
      id="uses"
      title={t('site.uses.title')}
      aside={t('site.uses.aside', { credits, each: cents(centsPerCredit(PACKS.professional)) })}
    >
      <dl className="mt-8 border-ink border-t sm:mt-12">
        {usesOf(qualities, texts).map(({ amount, name, detail }) => (
          <div
            key={name}
            className="grid grid-cols-[4.5rem_1fr] items-baseline gap-x-4 border-b py-4 text-16 md:grid-cols-[7rem_20rem_1fr]"
          >
            <dt className="col-start-2 row-start-1 font-medium">{name}</dt>
            <dd className="col-start-1 row-start-1">
              <CreditAmount amount={amount} size="large" />
            </dd>
            <dd className="col-start-2 text-ink-2 md:col-start-3">{detail}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
