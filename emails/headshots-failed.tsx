import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  style: string;
  team: string;
  /** What went wrong and what to do, as the person reads it. */
  reason: string;
  /** Credits that came back: all of them. */
  released: number;
  url: string;
  unsubscribeUrl?: string;
}>;

export function HeadshotsFailed({ texts, style, team, reason, released, url, unsubscribeUrl }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.headshotsFailed.preview', { count: released })}
      heading={t('emails.headshotsFailed.heading')}
      action={{ label: t('emails.headshotsFailed.action'), url }}
      reason={t('emails.headshotsReady.reason', { team })}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Paragraph>{t('emails.headshotsFailed.body', { style, reason })}</Paragraph>
      <Paragraph>{t('emails.headshotsFailed.back', { count: released })}</Paragraph>
    </MailLayout>
  );
}

HeadshotsFailed.subject = ({ texts, style }: Props): string =>
  texts.t('emails.headshotsFailed.subject', { style });
