import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  pictures: number;
  /** The first day on which some of them go: "20 Dec". */
  day: string;
  /** Why, and what keeps them longer. */
  rule: string;
  url: string;
}>;

export function PicturesDue({ texts, team, pictures, day, rule, url }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.picturesDue.preview', { count: pictures })}
      heading={t('emails.picturesDue.subject', { count: pictures, day })}
      action={{ label: t('emails.picturesDue.action', { count: pictures }), url }}
      reason={t('emails.picturesDue.reason', { team })}
    >
      <Paragraph>{t('emails.picturesDue.body', { count: pictures })}</Paragraph>
      <Paragraph>{rule}</Paragraph>
    </MailLayout>
  );
}

PicturesDue.subject = ({ texts, pictures, day }: Props): string =>
  texts.t('emails.picturesDue.subject', { count: pictures, day });
