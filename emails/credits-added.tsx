import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  credits: number;
  pack: string;
  /** As people read it, e.g. "$79". */
  amount: string;
  url: string;
  receiptUrl: string | null;
};

export function CreditsAdded({ team, credits, pack, amount, url, receiptUrl }: Props) {
  return (
    <MailLayout
      preview={`${credits} credits are in the pool of ${team}.`}
      heading="Credits added"
      action={{ label: 'Give credits to people', url }}
      reason={`You get this because you bought credits for ${team}.`}
    >
      <Paragraph>
        {pack} pack: {amount} paid, {credits} credits added to {team}. They never expire.
      </Paragraph>
      {receiptUrl ? (
        <Paragraph>
          Your receipt: <a href={receiptUrl}>{receiptUrl}</a>
        </Paragraph>
      ) : null}
    </MailLayout>
  );
}

CreditsAdded.subject = ({ credits, team }: Props): string => `${credits} credits added to ${team}`;
