import {
  FIRST_TEAM_CREDITS,
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  REFUND_DAYS,
} from '@/features/billing/price-list';
import { SELFIE_DAYS } from '@/features/privacy/keep-rules';
import type { Texts } from '@/texts/make-texts';

export type Question = { question: string; answer: string };

const NAMES = ['like', 'real', 'photos', 'selfies', 'team', 'fails', 'expire', 'money'] as const;

/** The questions of the front page. `finished`: pictures are made from one selfie, not drawn anew. */
export function questionsOf(finished: boolean, { t, cents }: Texts): Question[] {
  const values = {
    selfieDays: SELFIE_DAYS,
    credits: FIRST_TEAM_CREDITS,
    amount: cents(INVOICE_FROM_CENTS),
    invoiceDays: INVOICE_DUE_DAYS,
    refundDays: REFUND_DAYS,
  };
  return NAMES.map((name) => ({
    question: t(`site.questions.list.${name}.question`),
    answer:
      name === 'real'
        ? t(finished ? 'site.questions.finished' : 'site.questions.drawn')
        : t(`site.questions.list.${name}.answer`, values),
  }));
}
