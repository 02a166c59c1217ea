import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  person: string;
  credits: number;
  /** What the person wrote. */
  note: string | null;
  url: string;
  unsubscribeUrl?: string;
}>;

export function CreditsRequested({ texts, team, person, credits, note, url, unsubscribeUrl }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.creditsRequested.preview', { person, count: credits, team })}
      heading={t('emails.creditsRequested.subject', { person, count: credits })}
      action={{ label: t('emails.creditsRequested.action'), url }}
      reason={t('emails.creditsRequested.reason', { team })}
      unsubscribeUrl={unsubscribeUrl}
    >
      {note ? <Paragraph>{t('emails.creditsRequested.note', { note })}</Paragraph> : null}
      <Paragraph>{t('emails.creditsRequested.body')}</Paragraph>
    </MailLayout>
  );
}

CreditsRequested.subject = ({ texts, person, credits }: Props): string =>
  texts.t('emails.creditsRequested.subject', { person, count: credits });
