import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  /** As people read it, e.g. "$29". */
  amount: string;
  paymentId: string;
  /** At Stripe. */
  creditNoteId: string;
  url: string;
}>;

export function CreditNoteStands({ texts, amount, paymentId, creditNoteId, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.creditNote.preview', { amount })}
      heading={t('emails.creditNote.heading')}
      action={{ label: t('emails.staff.open'), url }}
      reason={t('emails.staff.reason')}
    >
      <Paragraph>{t('emails.creditNote.body', { amount })}</Paragraph>
      <Paragraph>{t('emails.creditNote.ids', { paymentId, creditNoteId })}</Paragraph>
    </MailLayout>
  );
}

CreditNoteStands.subject = ({ texts, amount }: Props): string =>
  texts.t('emails.creditNote.subject', { amount });
