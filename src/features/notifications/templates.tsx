/**
 * The e-mails there are. A template is a React Email component with a `subject`; adding one is a line here. Each loads with the first
 * mail of its kind: what draws mails is large, and most of what imports this file sends none.
 */

import type { Written } from '@emails/layout';
import type { ComponentType } from 'react';
import type { Texts } from '@/texts/make-texts';

type Template<P> = ComponentType<Written<P>> & { subject: (props: Written<P>) => string };

const TEMPLATES = {
  'verify-email': async () => (await import('@emails/verify-email')).VerifyEmail,
  'reset-password': async () => (await import('@emails/reset-password')).ResetPassword,
  'sign-in-link': async () => (await import('@emails/sign-in-link')).SignInLink,
  'account-exists': async () => (await import('@emails/account-exists')).AccountExists,
  'account-changed': async () => (await import('@emails/account-changed')).AccountChanged,
  'account-deleted': async () => (await import('@emails/account-deleted')).AccountDeleted,
  invitation: async () => (await import('@emails/invitation')).Invitation,
  'credits-added': async () => (await import('@emails/credits-added')).CreditsAdded,
  'credits-requested': async () => (await import('@emails/credits-requested')).CreditsRequested,
  'refund-sent': async () => (await import('@emails/refund-sent')).RefundSent,
  'invoice-overdue': async () => (await import('@emails/invoice-overdue')).InvoiceOverdue,
  'low-balance': async () => (await import('@emails/low-balance')).LowBalance,
  'ledger-alarm': async () => (await import('@emails/ledger-alarm')).LedgerAlarm,
  'credit-note-stands': async () => (await import('@emails/credit-note-stands')).CreditNoteStands,
  'payments-alarm': async () => (await import('@emails/payments-alarm')).PaymentsAlarm,
  'top-up-failed': async () => (await import('@emails/top-up-failed')).TopUpFailed,
  'payment-disputed': async () => (await import('@emails/payment-disputed')).PaymentDisputed,
  'plan-paid': async () => (await import('@emails/plan-paid')).PlanPaid,
  'plan-payment-failed': async () => (await import('@emails/plan-payment-failed')).PlanPaymentFailed,
  'plan-recovered': async () => (await import('@emails/plan-recovered')).PlanRecovered,
  'plan-ended': async () => (await import('@emails/plan-ended')).PlanEnded,
  'plan-second': async () => (await import('@emails/plan-second')).PlanSecond,
  'pro-ending': async () => (await import('@emails/pro-ending')).ProEnding,
  'plans-parked': async () => (await import('@emails/plans-parked')).PlansParked,
  'headshots-ready': async () => (await import('@emails/headshots-ready')).HeadshotsReady,
  'headshots-failed': async () => (await import('@emails/headshots-failed')).HeadshotsFailed,
  'pictures-due': async () => (await import('@emails/pictures-due')).PicturesDue,
} as const;

export type MailTemplate = keyof typeof TEMPLATES;

export type MailProps<T extends MailTemplate> = WithoutTexts<
  Parameters<Awaited<ReturnType<(typeof TEMPLATES)[T]>>>[0]
>;

type WithoutTexts<P> = P extends { texts: Texts } ? Omit<P, 'texts'> : P;

/** Subject, HTML and plain text of one mail, written with `texts`. */
export async function renderMail<T extends MailTemplate>(
  name: T,
  props: MailProps<T>,
  texts: Texts,
): Promise<{ subject: string; html: string; text: string }> {
  const [mail, { render }] = await Promise.all([TEMPLATES[name](), import('@react-email/render')]);
  const Mail = mail as unknown as Template<object>;
  const written = { ...props, texts };
  const element = <Mail {...written} />;
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  return { subject: oneLine(Mail.subject(written)), html, text };
}

/** A subject is a header: a line break in what it names would begin another one, and the mail would be refused. */
function oneLine(subject: string): string {
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
