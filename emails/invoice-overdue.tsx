import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  /** "Enterprise pack". */
  what: string;
  /** As people read it, e.g. "$199". */
  amount: string;
  /** Since when, e.g. "4 December 2026". */
  since: string;
  /** The invoice, or the order where Stripe gave no address. */
  url: string;
};

export function InvoiceOverdue({ team, what, amount, since, url }: Props) {
  return (
    <MailLayout
      preview={`${what} for ${team}, ${amount}, was due on ${since}.`}
      heading="An invoice is overdue"
      action={{ label: 'Open the invoice', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        The invoice for the {what} of {team}, {amount}, was due on {since} and is not paid yet. The credits
        are added when it is.
      </Paragraph>
      <Paragraph>
        If the transfer is on its way, there is nothing to do. If you do not want the credits any more, cancel
        the order on its page. This is the only reminder.
      </Paragraph>
    </MailLayout>
  );
}

InvoiceOverdue.subject = ({ team }: Props): string => `${team}: an invoice is overdue`;
