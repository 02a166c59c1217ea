import { ButtonLink } from '@/components/ui/button';
import { PlanColumns } from '@/features/billing/components/plan-columns';
import { type OfferedQuality, TIER_NAMES } from '@/features/billing/tier-rules';
import { Section } from '../../_landing/section';

type Props = { qualities: readonly OfferedQuality[]; plansHref: string; buyHref: string; signedIn: boolean };

export function Plans({ qualities, plansHref, buyHref, signedIn }: Props) {
  return (
    <Section id="plans" title="Three plans" aside="Monthly, for the whole team. Cancel at any time.">
      <PlanColumns
        heading="h3"
        qualities={qualities}
        className="mt-8 sm:mt-12"
        action={(tier) =>
          tier === 'free' ? (
            <ButtonLink href={signedIn ? buyHref : '/sign-up'}>
              {signedIn ? 'Buy credits instead' : 'Start free'}
            </ButtonLink>
          ) : (
            <ButtonLink href={plansHref}>Choose {TIER_NAMES[tier]}</ButtonLink>
          )
        }
      />
      <p className="mt-4 text-ink-2">
        Plan credits go into the same pool as bought credits and stay when the plan ends.
      </p>
    </Section>
  );
}
