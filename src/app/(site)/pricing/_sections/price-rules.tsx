import { useTexts } from '#use-texts';
import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import {
  ENTERPRISE_PRO_MONTHS,
  GRACE_DAYS,
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  REFUND_DAYS,
} from '@/features/billing/price-list';
import { NOTICE_DAYS, SELFIE_DAYS } from '@/features/privacy/keep-rules';
import { Section } from '../../_landing/section';

const RULES = ['expire', 'refunds', 'plans', 'includes', 'kept', 'tax', 'invoice'] as const;

export function PriceRules() {
  const { t, cents } = useTexts();
  const values = {
    refundDays: REFUND_DAYS,
    graceDays: GRACE_DAYS,
    proMonths: ENTERPRISE_PRO_MONTHS,
    freeDays: ENTITLEMENTS.free.pictureDays ?? '',
    plusDays: ENTITLEMENTS.plus.pictureDays ?? '',
    noticeDays: NOTICE_DAYS,
    selfieDays: SELFIE_DAYS,
    invoiceFrom: cents(INVOICE_FROM_CENTS),
    invoiceDays: INVOICE_DUE_DAYS,
  };
  return (
    <Section id="rules" title={t('site.rules.title')}>
      <dl className="mt-8 border-ink border-t sm:mt-12">
        {RULES.map((name) => (
          <div key={name} className="grid gap-x-8 gap-y-1 border-b py-5 text-16 md:grid-cols-[20rem_1fr]">
            <dt className="font-medium">{t(`site.rules.list.${name}.name`)}</dt>
            <dd className="max-w-reading text-ink-2">{t(`site.rules.list.${name}.text`, values)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
