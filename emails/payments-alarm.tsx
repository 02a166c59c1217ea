import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  /** `parked`: payments that wait for staff. `differences`: what the comparison with Stripe found for the first time. */
  what: 'parked' | 'differences';
  count: number;
  lines: string[];
  url: string;
}>;

export function PaymentsAlarm({ texts, what, count, lines, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t(`emails.paymentsAlarm.subject.${what}`, { count })}
      heading={t(`emails.paymentsAlarm.heading.${what}`)}
      action={{ label: t('emails.staff.open'), url }}
      reason={t('emails.staff.reason')}
    >
      <Paragraph>{t(`emails.paymentsAlarm.body.${what}`)}</Paragraph>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph>{t('emails.paymentsAlarm.settle')}</Paragraph>
    </MailLayout>
  );
}

PaymentsAlarm.subject = ({ texts, what, count }: Props): string =>
  texts.t(`emails.paymentsAlarm.subject.${what}`, { count });
