import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import {
  ENTERPRISE_PRO_MONTHS,
  GRACE_DAYS,
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  REFUND_DAYS,
} from '@/features/billing/price-list';
import { NOTICE_DAYS, SELFIE_DAYS } from '@/features/privacy/keep-rules';
import { formatCents } from '@/lib/money';
import { Section } from '../../_landing/section';

const RULES = [
  {
    name: 'Credits never expire',
    text: 'Bought, free or from a plan: they stay in the team’s pool until somebody uses them. Any number of people can share them.',
  },
  {
    name: 'Refunds',
    text: `Unspent credits can be refunded within ${REFUND_DAYS} days of the payment, at the price you paid, to the card or account it came from. The oldest credits count as spent first.`,
  },
  {
    name: 'Plans',
    text: `A higher plan starts at once and you pay the difference; a lower one starts with the next month. A cancelled plan runs to the end of its month; a plan whose month is refunded ends at once. If a card fails, the plan stays for ${GRACE_DAYS} days, so that you can update the card.`,
  },
  {
    name: 'What a pack includes',
    text: `Any pack also gives the team Plus, with no monthly price and no end date. An Enterprise pack gives Pro for ${ENTERPRISE_PRO_MONTHS} months. If more than half of a pack’s price is refunded or charged back, it no longer gives either. Only plans add credits every month.`,
  },
  {
    name: 'How long pictures are kept',
    text: `${ENTITLEMENTS.free.pictureDays} days on Free, ${ENTITLEMENTS.plus.pictureDays} days on Plus, and on Pro as long as the team has it. When a team leaves Pro or Plus, its pictures follow the lower tier. We tell you ${NOTICE_DAYS} days before one is deleted. Selfies are always deleted ${SELFIE_DAYS} days after the last upload.`,
  },
  {
    name: 'Tax',
    text: 'Prices are in US dollars, before tax. Where tax is due, the payment page and the invoice show it. Your company, address, tax ID and purchase order number are printed on your invoices.',
  },
  {
    name: 'Pay by invoice',
    text: `Orders of ${formatCents(INVOICE_FROM_CENTS)} or more can be paid by invoice, due in ${INVOICE_DUE_DAYS} days. The credits are added when it is paid.`,
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
