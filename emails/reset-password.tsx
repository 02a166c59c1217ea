import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  name: string;
  url: string;
}>;

export function ResetPassword({ texts, name, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.resetPassword.preview')}
      heading={t('emails.resetPassword.heading')}
      action={{ label: t('emails.resetPassword.action'), url }}
      reason={t('emails.resetPassword.reason')}
    >
      <Paragraph>{t('emails.resetPassword.body', { name })}</Paragraph>
    </MailLayout>
  );
}

ResetPassword.subject = ({ texts }: Props): string => texts.t('emails.resetPassword.subject');
