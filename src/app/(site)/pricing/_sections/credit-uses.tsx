import { CreditAmount } from '@/components/ui/credit-amount';
import { centsPerCredit, PACKS, PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import { type OfferedQuality, QUALITY_NAMES } from '@/features/billing/tier-rules';
import { formatCents, formatCredits } from '@/lib/money';
import { Section } from '../../_landing/section';

/** Each quality that can be drawn, then what comes on top and what costs nothing. */
function usesOf(qualities: readonly OfferedQuality[]) {
  return [
    ...qualities.map(({ id, shortSide }) => ({
      amount: QUALITY_CREDITS[id],
      name: `A picture in ${QUALITY_NAMES[id].toLowerCase()} quality`,
      detail: `${shortSide} px on the short side: any style that is not premium.`,
    })),
    {
      amount: QUALITY_CREDITS.standard + PREMIUM_CREDITS,
      name: qualities.length > 1 ? 'A standard picture in a premium style' : 'The same in a premium style',
      detail: `Actor, Model, Executive, Editorial or Cinematic. Each adds ${formatCredits(PREMIUM_CREDITS)}, or as many as its card says.`,
    },
    {
      amount: 0,
      name: 'A picture that fails or is not like you',
      detail: 'Not charged, and you do not have to ask. Its credits are released at once.',
    },
  ];
}

export function CreditUses({ qualities }: { qualities: readonly OfferedQuality[] }) {
  const { credits } = PACKS.professional;
  return (
    <Section
      id="uses"
      title="What a credit buys"
      aside={`${credits} credits: ${credits} standard pictures, ${formatCents(centsPerCredit(PACKS.professional))} each.`}
    >
      <dl className="mt-8 border-ink border-t sm:mt-12">
        {usesOf(qualities).map(({ amount, name, detail }) => (
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
