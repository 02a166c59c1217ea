import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  what: string;
  /** As people read it, e.g. "$29". */
  amount: string;
  credits: number;
  state: 'open' | 'won' | 'lost';
  url: string;
};

const WORDS = {
  open: {
    heading: 'A payment is disputed',
    happened: 'The cardholder’s bank has taken the money back while it looks at the payment.',
    next: 'If this was a mistake, ask the cardholder to tell their bank so; the credits come back when the dispute ends in our favour.',
  },
  won: {
    heading: 'The dispute is over',
    happened: 'The bank has decided that the payment stands.',
    next: 'The credits that were taken are back.',
  },
  lost: {
    heading: 'The dispute is over',
    happened: 'The bank has given the money back to the cardholder for good.',
    next: 'The credits that were taken stay taken. What your team owes is repaid from its next pack first.',
  },
} as const;

export function PaymentDisputed({ team, what, amount, credits, state, url }: Props) {
  const words = WORDS[state];
  return (
    <MailLayout
      preview={`${what}, ${amount}: ${words.happened}`}
      heading={words.heading}
      action={{ label: 'See the payment', url }}
      reason={`You get this because you look after payments of ${team}.`}
    >
      <Paragraph>
        {what}, {amount}. {words.happened}
      </Paragraph>
      {state === 'open' ? (
        <Paragraph>
          {credits} {credits === 1 ? 'credit' : 'credits'} of this payment were taken back from {team}.
        </Paragraph>
      ) : null}
      <Paragraph>{words.next}</Paragraph>
    </MailLayout>
  );
}

PaymentDisputed.subject = ({ state, amount, team }: Props): string =>
  state === 'open' ? `A payment of ${amount} by ${team} is disputed` : `The dispute about ${amount} is over`;
