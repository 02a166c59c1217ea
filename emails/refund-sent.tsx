import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  /** What had been bought, e.g. "Starter pack". */
  what: string;
  /** As people read it, e.g. "$11.60". */
  amount: string;
  /** Credits that left the pool for it; may be 0. */
  credits: number;
  /** How long banks take to show it: "5–10 days". */
  bankDays: string;
  url: string;
}>;

export function RefundSent({ texts, team, what, amount, credits, bankDays, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.refundSent.preview', { amount, what })}
      heading={t('emails.refundSent.heading')}
      action={{ label: t('emails.payer.seePayment'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.refundSent.body', { what, amount, bankDays })}</Paragraph>
      <Paragraph>{t('emails.refundSent.credits', { count: credits, team })}</Paragraph>
    </MailLayout>
  );
}

RefundSent.subject = ({ texts, amount, team }: Props): string =>
  texts.t('emails.refundSent.subject', { amount, team });
