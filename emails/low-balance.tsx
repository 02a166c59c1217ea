import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  available: number;
  below: number;
  topsUp: boolean;
  url: string;
  unsubscribeUrl?: string;
}>;

export function LowBalance({ texts, team, available, below, topsUp, url, unsubscribeUrl }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.lowBalance.preview', { team, count: available })}
      heading={t('emails.lowBalance.heading')}
      action={{ label: t('emails.lowBalance.action'), url }}
      reason={t('emails.lowBalance.reason', { team })}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Paragraph>{t('emails.lowBalance.body', { team, count: available, below })}</Paragraph>
      <Paragraph>{t(topsUp ? 'emails.lowBalance.topsUp' : 'emails.lowBalance.carryOn')}</Paragraph>
    </MailLayout>
  );
}

LowBalance.subject = ({ texts, team, available }: Props): string =>
  texts.t('emails.lowBalance.subject', { team, count: available });
