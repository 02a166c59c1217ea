import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  name: string;
  url: string;
}>;

export function SignInLink({ texts, name, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.signInLink.preview')}
      heading={t('emails.signInLink.heading')}
      action={{ label: t('emails.signInLink.action'), url }}
      reason={t('emails.signInLink.reason')}
    >
      <Paragraph>{t('emails.signInLink.body', { name })}</Paragraph>
    </MailLayout>
  );
}

SignInLink.subject = ({ texts }: Props): string => texts.t('emails.signInLink.subject');
