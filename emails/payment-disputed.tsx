import { MailLayout, Paragraph, type Written } from './layout';

type Props = Written<{
  team: string;
  what: string;
  /** As people read it, e.g. "$29". */
  amount: string;
  credits: number;
  state: 'open' | 'won' | 'lost';
  /** It paid for the running month of a plan, which gives nothing without it. */
  planRests: boolean;
  url: string;
}>;

export function PaymentDisputed({ texts, team, what, amount, credits, state, planRests, url }: Props) {
  const { t } = texts;
  const payment = t('emails.disputed.payment', { what, amount });
  const happened = t(`emails.disputed.happened.${state}`);
  return (
    <MailLayout
      texts={texts}
      preview={`${payment}: ${happened}`}
      heading={t(`emails.disputed.heading.${state}`)}
      action={{ label: t('emails.payer.seePayment'), url }}
      reason={t('emails.payer.reason', { team })}
    >
      <Paragraph>
        {payment}. {happened}
      </Paragraph>
      {state === 'open' ? (
        <Paragraph>{t('emails.disputed.taken', { count: credits, team })}</Paragraph>
      ) : null}
      {planRests && state !== 'won' ? <Paragraph>{t(`emails.disputed.plan.${state}`)}</Paragraph> : null}
      <Paragraph>{t(`emails.disputed.next.${state}`)}</Paragraph>
    </MailLayout>
  );
}

PaymentDisputed.subject = ({ texts, state, amount, team }: Props): string =>
  texts.t(state === 'open' ? 'emails.disputed.subject' : 'emails.disputed.subjectOver', { amount, team });
