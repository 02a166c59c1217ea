import { formatCredits } from '@/lib/money';
import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  /** What had been bought, e.g. "Starter pack". */
  what: string;
  /** As people read it, e.g. "$11.60". */
  amount: string;
  /** Credits that left the pool for it; may be 0. */
  credits: number;
  /** How long banks take to show it: "5–10 days". */
  bankDays: string;
  url: string;
};

export function RefundSent({ team, what, amount, credits, bankDays, url }: Props) {
  return (
    <MailLayout
      preview={`${amount} for ${what} is on its way back.`}
      heading="Refund on its way"
      action={{ label: 'See the payment', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        {what}: {amount} goes back to the card or account it was paid with. Banks take {bankDays} to show it.
      </Paragraph>
      <Paragraph>
        {credits > 0
          ? `${formatCredits(credits)} of this payment left the pool of ${team}.`
          : 'No credits were taken.'}
      </Paragraph>
    </MailLayout>
  );
}

RefundSent.subject = ({ amount, team }: Props): string => `Refund on its way: ${amount} to ${team}`;
