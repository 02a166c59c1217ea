import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  count: number;
  lines: string[];
  url: string;
}>;

export function LedgerAlarm({ texts, count, lines, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.ledgerAlarm.preview', { count })}
      heading={t('emails.ledgerAlarm.heading')}
      action={{ label: t('emails.staff.open'), url }}
      reason={t('emails.staff.reason')}
    >
      <Paragraph>{t('emails.ledgerAlarm.body', { count })}</Paragraph>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </MailLayout>
  );
}

LedgerAlarm.subject = ({ texts, count }: Props): string => texts.t('emails.ledgerAlarm.subject', { count });
