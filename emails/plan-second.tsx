import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  plan: string;
  url: string;
}>;

export function PlanSecond({ texts, team, plan, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.planSecond.preview')}
      heading={t('emails.planSecond.heading')}
      action={{ label: t('emails.payer.seePlan'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.planSecond.body', { plan, team })}</Paragraph>
    </MailLayout>
  );
}

PlanSecond.subject = ({ texts, team }: Props): string => texts.t('emails.planSecond.subject', { team });
