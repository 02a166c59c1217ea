import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  /** "Enterprise pack". */
  what: string;
  /** As people read it, e.g. "$199". */
  amount: string;
  /** Since when, e.g. "4 December 2026". */
  since: string;
  /** The invoice, or the order where Stripe gave no address. */
  url: string;
}>;

export function InvoiceOverdue({ texts, team, what, amount, since, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.invoiceOverdue.preview', { what, team, amount, since })}
      heading={t('emails.invoiceOverdue.heading')}
      action={{ label: t('emails.invoiceOverdue.action'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.invoiceOverdue.body', { what, team, amount, since })}</Paragraph>
      <Paragraph>{t('emails.invoiceOverdue.next')}</Paragraph>
    </MailLayout>
  );
}

InvoiceOverdue.subject = ({ texts, team }: Props): string =>
  texts.t('emails.invoiceOverdue.subject', { team });
