import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  name: string;
  url: string;
}>;

export function VerifyEmail({ texts, name, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.verifyEmail.preview')}
      heading={t('emails.verifyEmail.heading')}
      action={{ label: t('emails.verifyEmail.action'), url }}
      reason={t('emails.verifyEmail.reason')}
    >
      <Paragraph>{t('emails.verifyEmail.body', { name })}</Paragraph>
    </MailLayout>
  );
}

VerifyEmail.subject = ({ texts }: Props): string => texts.t('emails.verifyEmail.subject');
