import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import {
  ENTERPRISE_PRO_MONTHS,
  GRACE_DAYS,
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  REFUND_DAYS,
} from '@/features/billing/price-list';
import { formatCents } from '@/lib/money';
import { Section } from '../../_landing/section';

const RULES = [
  {
    name: 'Credits never expire',
    text: 'Bought, free or from a plan: they stay in the team’s pool until somebody uses them. Any number of people may.',
  },
  {
    name: 'Refunds',
    text: `Within ${REFUND_DAYS} days of a payment its unspent credits are paid back at the price you paid, to the card or account it came from. The oldest credits count as spent first.`,
  },
  {
    name: 'Plans',
    text: `A higher plan starts at once and you pay the difference; a lower one starts with the next month. Cancelled, a plan runs to the end of its month. When a card fails it goes on for ${GRACE_DAYS} days.`,
  },
  {
    name: 'What a pack brings',
    text: `Any pack gives the team Plus without a monthly price, for good. An Enterprise pack gives Pro for ${ENTERPRISE_PRO_MONTHS} months. Monthly credits come with plans only.`,
  },
  {
    name: 'How long pictures stay',
    text: `Free ${ENTITLEMENTS.free.pictureDays} days, Plus ${ENTITLEMENTS.plus.pictureDays} days, Pro as long as you want. You are told 7 days before one is deleted. Selfies always go 7 days after the last upload.`,
  },
  {
    name: 'Tax',
    text: 'Prices are in US dollars, before tax. Where tax is due, the payment page and the invoice show it. Company, address, tax ID and purchase order stand on your invoices.',
  },
  {
    name: 'Pay by invoice',
    text: `From ${formatCents(INVOICE_FROM_CENTS)} on, due in ${INVOICE_DUE_DAYS} days. The credits arrive with the payment.`,
  },
] as const;

export function PriceRules() {
  return (
    <Section id="rules" title="The rules, in plain words">
      <dl className="mt-8 border-ink border-t sm:mt-12">
        {RULES.map(({ name, text }) => (
          <div key={name} className="grid gap-x-8 gap-y-1 border-b py-5 text-16 md:grid-cols-[20rem_1fr]">
            <dt className="font-medium">{name}</dt>
            <dd className="max-w-reading text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
