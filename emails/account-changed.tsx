import type { Messages } from '@/texts/messages/english';
import { MailLayout, Paragraph, type Written } from './layout';

export type AccountChange = keyof Messages['emails']['accountChanged']['text'];

type Props = Written<{ name: string; change: AccountChange; url: string }>;

export function AccountChanged({ texts, name, change, url }: Props) {
  const { t } = texts;
  const text = t(`emails.accountChanged.text.${change}`);
  return (
    <MailLayout
      texts={texts}
      preview={text}
      heading={t(`emails.accountChanged.subject.${change}`)}
      action={{ label: t('emails.accountChanged.action'), url }}
      reason={t('emails.accountChanged.reason')}
    >
      <Paragraph>{t('emails.accountChanged.hello', { name, text })}</Paragraph>
      <Paragraph>{t('emails.accountChanged.advice')}</Paragraph>
    </MailLayout>
  );
}

AccountChanged.subject = ({ texts, change }: Props): string =>
  texts.t(`emails.accountChanged.subject.${change}`);
