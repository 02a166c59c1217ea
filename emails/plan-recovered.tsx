import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  plan: string;
  /** The day of the next payment. */
  next: string;
  url: string;
}>;

export function PlanRecovered({ texts, team, plan, next, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.planRecovered.preview', { team })}
      heading={t('emails.planRecovered.heading', { plan })}
      action={{ label: t('emails.payer.seePlan'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.planRecovered.body', { team, next })}</Paragraph>
    </MailLayout>
  );
}

PlanRecovered.subject = ({ texts, team, plan }: Props): string =>
  texts.t('emails.planRecovered.subject', { team, plan });
