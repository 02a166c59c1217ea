import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  credits: number;
  /** What was bought, e.g. "Starter pack". */
  what: string;
  /** As people read it, e.g. "$79". */
  amount: string;
  url: string;
  receiptUrl: string | null;
}>;

export function CreditsAdded({ texts, team, credits, what, amount, url, receiptUrl }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.creditsAdded.preview', { team, count: credits })}
      heading={t('emails.creditsAdded.heading')}
      action={{ label: t('emails.creditsAdded.action'), url }}
      reason={t('emails.creditsAdded.reason', { team })}
    >
      <Paragraph>{t('emails.creditsAdded.body', { what, amount, count: credits, team })}</Paragraph>
      {receiptUrl ? (
        <Paragraph>
          <a href={receiptUrl}>{t('emails.receipt')}</a>
        </Paragraph>
      ) : null}
    </MailLayout>
  );
}

CreditsAdded.subject = ({ texts, credits, team }: Props): string =>
  texts.t('emails.creditsAdded.subject', { count: credits, team });
