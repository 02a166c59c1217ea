import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { PlanColumns } from '@/features/billing/components/plan-columns';
import type { OfferedQuality } from '@/features/billing/tier-rules';
import { TIER_NAMES } from '@/features/billing/tier-types';
import { Section } from '../../_landing/section';

type Props = { qualities: readonly OfferedQuality[]; plansHref: string; buyHref: string; signedIn: boolean };

export function Plans({ qualities, plansHref, buyHref, signedIn }: Props) {
  const { t } = useTexts();
  return (
    <Section id="plans" title={t('site.plans.title')} aside={t('site.plans.aside')}>
      <PlanColumns
        heading="h3"
        qualities={qualities}
        className="mt-8 sm:mt-12"
        action={(tier) =>
          tier === 'free' ? (
            <ButtonLink href={signedIn ? buyHref : '/sign-up'}>
              {t(signedIn ? 'site.plans.buyInstead' : 'site.plans.startFree')}
            </ButtonLink>
          ) : (
            <ButtonLink href={plansHref}>{t('site.plans.choose', { plan: TIER_NAMES[tier] })}</ButtonLink>
          )
        }
      />
      <p className="mt-4 text-ink-2">{t('site.plans.foot')}</p>
    </Section>
  );
}
