import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PageHead } from '@/components/ui/page-head';
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
  const { t, rich } = useTexts();
  const { slug, team, solo, available, credits, invoiceTo } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed']} />
      <PageHead
        title={t('billing.buy.title')}
        actions={
          <p className="text-ink-2">
            {rich(solo ? 'billing.buy.spendable' : 'billing.buy.pool', {
              amount: () => (
                <CreditAmount amount={available} className="text-ink">
                  <CountingNumber value={available} />
                </CreditAmount>
              ),
            })}
          </p>
        }
        crumbs={[
          { label: t('billing.crumbs.credits'), href: `/teams/${slug}/credits` },
          { label: t('billing.crumbs.buy') },
        ]}
      >
        {solo ? t('billing.buy.leadSolo') : t('billing.buy.lead', { team })}
      </PageHead>
      <Card aria-label={t('billing.buy.packs')} className="overflow-hidden">
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
          <CustomAmountBuy key={credits} team={slug} alone={solo} initial={credits} invoiceTo={invoiceTo} />
        </div>
      </Card>
      <Notes slug={slug} />
    </>
  );
}

/** What one wants to know before paying. */
function Notes({ slug }: { slug: string }) {
  const { t, rich, cents } = useTexts();
  return (
    <div className="mt-8 grid gap-x-8 gap-y-6 md:grid-cols-3">
      <Note title={t('billing.buy.creditTitle')}>
        {rich('billing.buy.credit', {
          standard: () => <CreditAmount amount={QUALITY_CREDITS.standard} className="text-ink" />,
          premium: () => <CreditAmount amount={`+${PREMIUM_CREDITS}`} className="text-ink" />,
        })}
      </Note>
      <Note title={t('billing.buy.payTitle')}>
        {t('billing.buy.pay', { from: cents(INVOICE_FROM_CENTS), days: INVOICE_DUE_DAYS })}
      </Note>
      <Note title={t('billing.buy.changeTitle')}>
        {rich('billing.buy.change', {
          days: REFUND_DAYS,
          link: (children) => (
            <Link href={`/teams/${slug}/billing/plan`} className="link">
              {children}
            </Link>
          ),
        })}
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
