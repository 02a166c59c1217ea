import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  style: string;
  team: string;
  accepted: number;
  /** Credits. */
  charged: number;
  released: number;
  url: string;
  unsubscribeUrl?: string;
}>;

export function HeadshotsReady({
  texts,
  style,
  team,
  accepted,
  charged,
  released,
  url,
  unsubscribeUrl,
}: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.headshotsReady.preview', { count: accepted, charged })}
      heading={t('emails.headshotsReady.heading')}
      action={{ label: t('emails.headshotsReady.action', { count: accepted }), url }}
      reason={t('emails.headshotsReady.reason', { team })}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Paragraph>{t('emails.headshotsReady.body', { style, count: accepted })}</Paragraph>
      <Paragraph>
        {t(released > 0 ? 'emails.headshotsReady.chargedAndBack' : 'emails.headshotsReady.charged', {
          charged,
          released,
        })}
      </Paragraph>
    </MailLayout>
  );
}

HeadshotsReady.subject = ({ texts, accepted, style }: Props): string =>
  texts.t('emails.headshotsReady.subject', { style, count: accepted });
