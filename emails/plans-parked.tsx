import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  count: number;
  lines: string[];
  url: string;
}>;

export function PlansParked({ texts, count, lines, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.plansParked.preview', { count })}
      heading={t('emails.plansParked.heading', { count })}
      action={{ label: t('emails.staff.open'), url }}
      reason={t('emails.staff.reason')}
    >
      <Paragraph>{t('emails.plansParked.body', { count })}</Paragraph>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </MailLayout>
  );
}

PlansParked.subject = ({ texts, count }: Props): string => texts.t('emails.plansParked.subject', { count });
