import Link from 'next/link';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PageHead } from '@/components/ui/page-head';
import { formatCents } from '@/lib/money';
import type { BuyView } from '../loaders';
import {
  centsPerCredit,
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  PACK_LIST,
  type Pack,
  PREMIUM_CREDITS,
  QUALITY_CREDITS,
  REFUND_DAYS,
} from '../price-list';
import { BuyButton } from './buy-button';
import { CustomAmountBuy } from './custom-amount-buy';
import { InvoiceOrder } from './invoice-order';

/** The packs, any other number, and what a credit buys. */
export function BuyPacks({ view }: { view: BuyView }) {
  const { slug, team, solo, available, credits, invoiceTo } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed']} />
      <PageHead
        title="Buy credits"
        actions={
          <p className="text-ink-2">
            {solo ? 'You can spend' : 'In the pool now'}{' '}
            <CreditAmount amount={available} className="text-ink">
              <CountingNumber value={available} />
            </CreditAmount>
          </p>
        }
        crumbs={[{ label: 'Credits', href: `/teams/${slug}/credits` }, { label: 'Buy' }]}
      >
        {solo ? 'Paid once.' : `For ${team}. Paid once, for as many people as you like.`} Credits never
        expire.
      </PageHead>
      <Card aria-label="Packs and amounts" className="overflow-hidden">
        <div className="grid divide-y md:grid-cols-3 md:divide-x md:divide-y-0">
          {PACK_LIST.map((pack) => (
            <PackOffer key={pack.id} view={view} pack={pack} />
          ))}
        </div>
        <div className="border-t">
          <CustomAmountBuy key={credits} team={slug} initial={credits} invoiceTo={invoiceTo} />
        </div>
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
        <p>
          Next is the payment page. Prices are in US dollars, before tax. Unspent credits are paid back within{' '}
          {REFUND_DAYS} days.
        </p>
        <p>
          From {formatCents(INVOICE_FROM_CENTS)} on you can pay by invoice, due in {INVOICE_DUE_DAYS} days.
          Every month anew:{' '}
          <Link href={`/teams/${slug}/billing/plan`} className="link">
            plans with credits
          </Link>
          .
        </p>
      </div>
    </>
  );
}

function PackOffer({ view, pack }: { view: BuyView; pack: Pack }) {
  const chosen = { pack: pack.id, credits: pack.credits, amountCents: pack.amountCents };
  return (
    <section
      aria-label={pack.name}
      className="grid grid-cols-[1fr_auto] items-center gap-x-4 p-5 md:flex md:flex-col md:items-stretch md:p-6 md:pt-7 md:pb-4"
    >
      <div className="grid gap-1">
        <h2 className="font-semibold">{pack.name}</h2>
        <p className="md:my-2">
          <CreditAmount amount={pack.credits} size="display" />
        </p>
        <p className="font-semibold">{formatCents(pack.amountCents)}</p>
        <p className="text-12 text-ink-2">{formatCents(centsPerCredit(pack))} a credit</p>
      </div>
      <div className="grid gap-1 md:mt-6">
        <BuyButton team={view.slug} chosen={chosen} />
        <InvoiceOrder
          team={view.slug}
          chosen={chosen}
          invoiceTo={view.invoiceTo}
          className={pack.amountCents < INVOICE_FROM_CENTS ? 'max-md:hidden md:invisible' : undefined}
        />
      </div>
    </section>
  );
}
