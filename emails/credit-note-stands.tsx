import { MailLayout, Paragraph } from './layout';

type Props = {
  /** As people read it, e.g. "$29". */
  amount: string;
  paymentId: string;
  /** At Stripe. */
  creditNoteId: string;
  url: string;
};

export function CreditNoteStands({ amount, paymentId, creditNoteId, url }: Props) {
  return (
    <MailLayout
      preview={`${amount} did not go back, and the credit note says that it did.`}
      heading="The credit note of a failed refund stands"
      action={{ label: 'Open headcraft', url }}
      reason="You get this because you run this installation."
    >
      <Paragraph>
        A refund of {amount} failed days after it was sent. The credits are back in the team’s pool, and the
        payment’s page no longer shows its credit note. Stripe cannot void the credit note of a paid invoice:
        refund the money in another way, or correct the invoice.
      </Paragraph>
      <Paragraph>
        Payment {paymentId}, credit note {creditNoteId}.
      </Paragraph>
    </MailLayout>
  );
}

CreditNoteStands.subject = ({ amount }: Props): string =>
  `headcraft: a refund of ${amount} failed, its credit note stands`;
