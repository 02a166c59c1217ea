import { formatCredits } from '@/lib/money';
import { MailLayout, Paragraph } from './layout';

type Props = {
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
};

export function PlanPaid({ team, plan, what, credits, amount, started, url, receiptUrl }: Props) {
  return (
    <MailLayout
      preview={`${what}: ${amount} paid, ${formatCredits(credits)} added to ${team}.`}
      heading={started ? `The ${plan} plan has started` : `${plan} plan paid`}
      action={{ label: 'See the plan', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        {what}: {amount} paid, {formatCredits(credits)} added to {team}. Credits never expire.
      </Paragraph>
      {started ? <Paragraph>The plan renews every month until you cancel it.</Paragraph> : null}
      {receiptUrl ? (
        <Paragraph>
          <a href={receiptUrl}>Receipt</a>
        </Paragraph>
      ) : null}
    </MailLayout>
  );
}

PlanPaid.subject = ({ team, plan, what, started }: Props): string =>
  started ? `${team}: the ${plan} plan has started` : `${team}: ${what} paid`;
