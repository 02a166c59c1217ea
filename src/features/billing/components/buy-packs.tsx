import Link from 'next/link';
import type { ReactNode } from 'react';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PageHead } from '@/components/ui/page-head';
import { formatCents } from '@/lib/money';
import type { BuyView } from '../loaders';
import {
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  PREMIUM_CREDITS,
  QUALITY_CREDITS,
  REFUND_DAYS,
} from '../price-list';
import { BuyButton } from './buy-button';
import { CustomAmountBuy } from './custom-amount-buy';
import { InvoiceOrder } from './invoice-order';
import { PackColumns } from './pack-columns';

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
        <PackColumns
          heading="h2"
          action={({ id, credits, amountCents }) => {
            const chosen = { pack: id, credits, amountCents };
            return (
              <>
                <BuyButton team={slug} chosen={chosen} />
                <InvoiceOrder
                  team={slug}
                  chosen={chosen}
                  invoiceTo={invoiceTo}
                  className={amountCents < INVOICE_FROM_CENTS ? 'max-md:hidden md:invisible' : undefined}
                />
              </>
            );
          }}
        />
        <div className="border-t">
          <CustomAmountBuy key={credits} team={slug} initial={credits} invoiceTo={invoiceTo} />
        </div>
      </Card>
      <Notes slug={slug} />
    </>
  );
}

/** What one wants to know before paying. */
function Notes({ slug }: { slug: string }) {
  return (
    <div className="mt-8 grid gap-x-8 gap-y-6 md:grid-cols-3">
      <Note title="What a credit buys">
        <CreditAmount amount={QUALITY_CREDITS.standard} className="text-ink" /> a standard picture,{' '}
        <CreditAmount amount={`+${PREMIUM_CREDITS}`} className="text-ink" /> or more in a premium style. A
        picture that fails or does not look like you is not charged.
      </Note>
      <Note title="How you pay">
        You pay on the next page. Prices are in US dollars, before tax. Orders of{' '}
        {formatCents(INVOICE_FROM_CENTS)} or more can be paid by invoice, due in {INVOICE_DUE_DAYS} days.
      </Note>
      <Note title="If plans change">
        Unspent credits can be refunded for {REFUND_DAYS} days. Need credits every month?{' '}
        <Link href={`/teams/${slug}/billing/plan`} className="link">
          See the plans
        </Link>
        .
      </Note>
    </div>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-medium">{title}</h2>
      <p className="mt-1 text-ink-2">{children}</p>
    </section>
  );
}
