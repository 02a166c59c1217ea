import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{ name: string; url: string }>;

export function AccountDeleted({ texts, name, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.accountDeleted.preview')}
      heading={t('emails.accountDeleted.heading')}
      action={{ label: t('emails.accountDeleted.action'), url }}
      reason={t('emails.accountDeleted.reason')}
    >
      <Paragraph>{t('emails.accountDeleted.body', { name })}</Paragraph>
      <Paragraph>{t('emails.accountDeleted.keep')}</Paragraph>
    </MailLayout>
  );
}

AccountDeleted.subject = ({ texts }: Props): string => texts.t('emails.accountDeleted.subject');
