import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  name: string;
  url: string;
}>;

export function AccountExists({ texts, name, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.accountExists.preview')}
      heading={t('emails.accountExists.heading')}
      action={{ label: t('emails.accountExists.action'), url }}
      reason={t('emails.accountExists.reason')}
    >
      <Paragraph>{t('emails.accountExists.body', { name })}</Paragraph>
    </MailLayout>
  );
}

AccountExists.subject = ({ texts }: Props): string => texts.t('emails.accountExists.subject');
