import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  plan: string;
  /** What was paid, e.g. "Plus plan, November 2026". */
  what: string;
  credits: number;
  /** As people read it, e.g. "$9.99". */
  amount: string;
  /** The plan begins with this payment. */
  started: boolean;
  url: string;
  receiptUrl: string | null;
}>;

export function PlanPaid({ texts, team, plan, what, credits, amount, started, url, receiptUrl }: Props) {
  const { t } = texts;
  return (
    <MailLayout
      texts={texts}
      preview={t('emails.planPaid.preview', { what, amount, count: credits, team })}
      heading={t(started ? 'emails.planPaid.started' : 'emails.planPaid.paid', { plan })}
      action={{ label: t('emails.payer.seePlan'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>{t('emails.creditsAdded.body', { what, amount, count: credits, team })}</Paragraph>
      {started ? <Paragraph>{t('emails.planPaid.renews')}</Paragraph> : null}
      {receiptUrl ? (
        <Paragraph>
          <a href={receiptUrl}>{t('emails.receipt')}</a>
        </Paragraph>
      ) : null}
    </MailLayout>
  );
}

PlanPaid.subject = ({ texts, team, plan, what, started }: Props): string =>
  started
    ? texts.t('emails.planPaid.subjectStarted', { team, plan })
    : texts.t('emails.planPaid.subjectPaid', { team, what });
