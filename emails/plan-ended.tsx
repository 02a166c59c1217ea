import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  plan: string;
  /** Somebody cancelled it, its payment did not arrive, or what was paid went back. */
  why: 'cancelled' | 'unpaid' | 'returned';
  url: string;
}>;

export function PlanEnded({ texts, team, plan, why, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.planEnded.preview', { team })}
      heading={t('emails.planEnded.heading', { plan })}
      action={{ label: t('emails.payer.seePlans'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t(`emails.planEnded.why.${why}`, { team, plan })}</Paragraph>
      <Paragraph>{t('emails.planEnded.again')}</Paragraph>
    </MailLayout>
  );
}

PlanEnded.subject = ({ texts, team, plan }: Props): string =>
  texts.t('emails.planEnded.subject', { team, plan });
