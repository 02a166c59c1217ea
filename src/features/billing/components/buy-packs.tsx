import { Card } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PageHead } from '@/components/ui/page-head';
import { formatCents } from '@/lib/money';
import type { BuyView } from '../loaders';
import { centsPerCredit, PACK_LIST, type Pack, PREMIUM_CREDITS, QUALITY_CREDITS } from '../price-list';
import { BuyButton } from './buy-button';

/** The packs, as on the front page, and what a credit buys. */
export function BuyPacks({ view }: { view: BuyView }) {
  const { slug, team, solo, available } = view;
  return (
    <>
      <PageHead
        title="Buy credits"
        actions={
          <p className="text-ink-2">
            {solo ? 'You can spend' : 'In the pool now'}{' '}
            <CreditAmount amount={available} className="text-ink" />
          </p>
        }
        crumbs={[{ label: 'Credits', href: `/teams/${slug}/credits` }, { label: 'Buy' }]}
      >
        {solo ? 'Paid once.' : `For ${team}. Paid once, for as many people as you like.`} Credits never
        expire.
      </PageHead>
      <Card
        aria-label="Packs"
        className="grid divide-y overflow-hidden md:grid-cols-3 md:divide-x md:divide-y-0"
      >
        {PACK_LIST.map((pack) => (
          <PackOffer key={pack.id} slug={slug} pack={pack} />
        ))}
      </Card>
      <div className="mt-6 flex flex-wrap gap-x-8 gap-y-2 text-ink-2 phone:flex-col">
        <span>What a credit buys:</span>
        <span>
          <CreditAmount amount={QUALITY_CREDITS.standard} /> for a standard picture
        </span>
        <span>
          <CreditAmount amount={`+${PREMIUM_CREDITS}`} /> in a premium style
        </span>
      </div>
      <div className="mt-2 grid gap-2 text-ink-2">
        <p>A picture that fails or is not like you is not charged.</p>
        <p>Next is the payment page. Prices are in US dollars, before tax.</p>
      </div>
    </>
  );
}

function PackOffer({ slug, pack }: { slug: string; pack: Pack }) {
  return (
    <section
      aria-label={pack.name}
      className="grid grid-cols-[1fr_auto] items-center gap-x-4 p-5 md:flex md:flex-col md:items-stretch md:p-6 md:pt-7"
    >
      <div className="grid gap-1">
        <h2 className="font-semibold">{pack.name}</h2>
        <p className="md:my-2">
          <CreditAmount amount={pack.credits} size="display" />
        </p>
        <p className="font-semibold">{formatCents(pack.amountCents)}</p>
        <p className="text-12 text-ink-2">{formatCents(centsPerCredit(pack))} a credit</p>
      </div>
      <BuyButton team={slug} pack={pack} />
    </section>
  );
}
