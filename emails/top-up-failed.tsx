import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  what: string;
  /** As people read it, e.g. "$79". */
  amount: string;
  failure: string;
  url: string;
}>;

export function TopUpFailed({ texts, team, what, amount, failure, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.topUpFailed.preview', { what, team, failure })}
      heading={t('emails.topUpFailed.heading')}
      action={{ label: t('emails.topUpFailed.action'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.topUpFailed.body', { what, amount, failure })}</Paragraph>
      <Paragraph>{t('emails.topUpFailed.next')}</Paragraph>
    </MailLayout>
  );
}

TopUpFailed.subject = ({ texts, team }: Props): string => texts.t('emails.topUpFailed.subject', { team });
