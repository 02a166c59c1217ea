import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  inviter: string;
  team: string;
  url: string;
  credits: number;
  /** The last day: "5 December". */
  expires: string;
}>;

export function Invitation({ texts, inviter, team, credits, expires, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.invitation.preview', { inviter, team })}
      heading={t('emails.invitation.heading', { team })}
      action={{ label: t('emails.invitation.action'), url }}
      reason={t('emails.invitation.reason', { inviter, team })}
    >
      <Paragraph>{t('emails.invitation.body', { inviter, team })}</Paragraph>
      {credits > 0 ? <Paragraph>{t('emails.invitation.credits', { count: credits })}</Paragraph> : null}
      <Paragraph>{t('emails.invitation.private', { inviter })}</Paragraph>
      <Paragraph>{t('emails.invitation.until', { expires })}</Paragraph>
    </MailLayout>
  );
}

Invitation.subject = ({ texts, inviter, team }: Props): string =>
  texts.t('emails.invitation.subject', { inviter, team });
