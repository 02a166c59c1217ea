import { formatCredits } from '@/lib/money';
import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  what: string;
  /** As people read it, e.g. "$29". */
  amount: string;
  credits: number;
  state: 'open' | 'won' | 'lost';
  /** It paid for the running month of a plan, which gives nothing without it. */
  planRests: boolean;
  url: string;
};

const WORDS = {
  open: {
    heading: 'A payment is disputed',
    happened: 'The cardholder’s bank has taken the money back while it looks at the payment.',
    plan: 'The plan is on hold until the bank has decided or the next month is paid.',
    next: 'If this was a mistake, ask the cardholder to tell their bank. The credits are returned if the dispute ends in your favour.',
  },
  won: {
    heading: 'The dispute is over',
    happened: 'The bank has decided that the payment stands.',
    plan: null,
    next: 'The credits that were taken back have been returned.',
  },
  lost: {
    heading: 'The dispute is over',
    happened: 'The bank has given the money back to the cardholder for good.',
    plan: 'The plan that it paid for ends now. Nothing more is charged for it.',
    next: 'The credits that were taken back will not be returned. Any your team owes are repaid from its next purchase.',
  },
} as const;

export function PaymentDisputed({ team, what, amount, credits, state, planRests, url }: Props) {
  const words = WORDS[state];
  return (
    <MailLayout
      preview={`${what}, ${amount}: ${words.happened}`}
      heading={words.heading}
      action={{ label: 'See the payment', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        {what}, {amount}. {words.happened}
      </Paragraph>
      {state === 'open' ? (
        <Paragraph>
          {formatCredits(credits)} of this payment {credits === 1 ? 'was' : 'were'} taken back from {team}.
        </Paragraph>
      ) : null}
      {planRests && words.plan ? <Paragraph>{words.plan}</Paragraph> : null}
      <Paragraph>{words.next}</Paragraph>
    </MailLayout>
  );
}

PaymentDisputed.subject = ({ state, amount, team }: Props): string =>
  state === 'open' ? `A payment of ${amount} by ${team} is disputed` : `The dispute about ${amount} is over`;
