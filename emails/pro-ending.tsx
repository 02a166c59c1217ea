import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  /** "4 December 2026". */
  day: string;
  /** The tier that the team has then: "Plus". */
  next: string;
  /** How long that tier keeps pictures: "180 days". */
  kept: string;
  url: string;
}>;

export function ProEnding({ texts, team, day, next, kept, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.proEnding.preview', { team, next })}
      heading={t('emails.proEnding.heading', { day })}
      action={{ label: t('emails.payer.seePlans'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.proEnding.body', { team, day, next })}</Paragraph>
      <Paragraph>{t('emails.proEnding.kept', { next, kept })}</Paragraph>
      <Paragraph>{t('emails.proEnding.keep')}</Paragraph>
    </MailLayout>
  );
}

ProEnding.subject = ({ texts, team, day }: Props): string =>
  texts.t('emails.proEnding.subject', { team, day });
