/** The e-mails there are. A template is a React Email component with a `subject`; adding one is a line here. */

import { AccountChanged } from '@emails/account-changed';
import { AccountExists } from '@emails/account-exists';
import { CreditNoteStands } from '@emails/credit-note-stands';
import { CreditsAdded } from '@emails/credits-added';
import { CreditsRequested } from '@emails/credits-requested';
import { HeadshotsFailed } from '@emails/headshots-failed';
import { HeadshotsReady } from '@emails/headshots-ready';
import { Invitation } from '@emails/invitation';
import { InvoiceOverdue } from '@emails/invoice-overdue';
import { LedgerAlarm } from '@emails/ledger-alarm';
import { LowBalance } from '@emails/low-balance';
import { PaymentDisputed } from '@emails/payment-disputed';
import { PaymentsAlarm } from '@emails/payments-alarm';
import { PicturesDue } from '@emails/pictures-due';
import { PlanEnded } from '@emails/plan-ended';
import { PlanPaid } from '@emails/plan-paid';
import { PlanPaymentFailed } from '@emails/plan-payment-failed';
import { PlanRecovered } from '@emails/plan-recovered';
import { PlanSecond } from '@emails/plan-second';
import { PlansParked } from '@emails/plans-parked';
import { ProEnding } from '@emails/pro-ending';
import { RefundSent } from '@emails/refund-sent';
import { ResetPassword } from '@emails/reset-password';
import { SignInLink } from '@emails/sign-in-link';
import { TopUpFailed } from '@emails/top-up-failed';
import { VerifyEmail } from '@emails/verify-email';
import { render } from '@react-email/render';
import type { ComponentType } from 'react';

type Template<P> = ComponentType<P> & { subject: (props: P) => string };

const TEMPLATES = {
  'verify-email': VerifyEmail,
  'reset-password': ResetPassword,
  'sign-in-link': SignInLink,
  'account-exists': AccountExists,
  'account-changed': AccountChanged,
  invitation: Invitation,
  'credits-added': CreditsAdded,
  'credits-requested': CreditsRequested,
  'refund-sent': RefundSent,
  'invoice-overdue': InvoiceOverdue,
  'low-balance': LowBalance,
  'ledger-alarm': LedgerAlarm,
  'credit-note-stands': CreditNoteStands,
  'payments-alarm': PaymentsAlarm,
  'top-up-failed': TopUpFailed,
  'payment-disputed': PaymentDisputed,
  'plan-paid': PlanPaid,
  'plan-payment-failed': PlanPaymentFailed,
  'plan-recovered': PlanRecovered,
  'plan-ended': PlanEnded,
  'plan-second': PlanSecond,
  'pro-ending': ProEnding,
  'plans-parked': PlansParked,
  'headshots-ready': HeadshotsReady,
  'headshots-failed': HeadshotsFailed,
  'pictures-due': PicturesDue,
} as const;

export type MailTemplate = keyof typeof TEMPLATES;

export type MailProps<T extends MailTemplate> = (typeof TEMPLATES)[T] extends Template<infer P> ? P : never;

/** Subject, HTML and plain text of one mail. */
export async function renderMail<T extends MailTemplate>(
  name: T,
  props: MailProps<T>,
): Promise<{ subject: string; html: string; text: string }> {
  const Mail = TEMPLATES[name] as unknown as Template<MailProps<T>>;
  const element = <Mail {...(props as MailProps<T> & object)} />;
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  return { subject: Mail.subject(props), html, text };
}
