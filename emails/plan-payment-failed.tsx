import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  plan: string;
  /** Until when the plan stays, e.g. "4 December 2026". */
  until: string;
  url: string;
}>;

export function PlanPaymentFailed({ texts, team, plan, until, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.planFailed.preview', { plan, team, until })}
      heading={t('emails.planFailed.heading', { plan })}
      action={{ label: t('emails.planFailed.action'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.planFailed.body', { team, until })}</Paragraph>
      <Paragraph>{t('emails.planFailed.next')}</Paragraph>
    </MailLayout>
  );
}

PlanPaymentFailed.subject = ({ texts, team, plan }: Props): string =>
  texts.t('emails.planFailed.subject', { team, plan });
