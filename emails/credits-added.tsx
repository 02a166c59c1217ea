import { formatCredits } from '@/lib/money';
import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  credits: number;
  /** What was bought, e.g. "Starter pack". */
  what: string;
  /** As people read it, e.g. "$79". */
  amount: string;
  url: string;
  receiptUrl: string | null;
};

export function CreditsAdded({ team, credits, what, amount, url, receiptUrl }: Props) {
  return (
    <MailLayout
      preview={`${formatCredits(credits)} added to ${team}.`}
      heading="Credits added"
      action={{ label: 'See the credits', url }}
      reason={`You get this because you bought credits for ${team}.`}
    >
      <Paragraph>
        {what}: {amount} paid, {formatCredits(credits)} added to {team}. Credits never expire.
      </Paragraph>
      {receiptUrl ? (
        <Paragraph>
          <a href={receiptUrl}>Receipt</a>
        </Paragraph>
      ) : null}
    </MailLayout>
  );
}

CreditsAdded.subject = ({ credits, team }: Props): string => `${formatCredits(credits)} added to ${team}`;
