import { MailLayout, Paragraph } from './layout';

type Props = {
  style: string;
  team: string;
  /** What went wrong and what to do, as the person reads it. */
  reason: string;
  /** Credits that came back: all of them. */
  released: number;
  url: string;
  unsubscribeUrl?: string;
};

const credits = (count: number) => (count === 1 ? '1 credit' : `${count} credits`);

export function HeadshotsFailed({ style, team, reason, released, url, unsubscribeUrl }: Props) {
  return (
    <MailLayout
      preview={`Not charged. ${credits(released)} came back.`}
      heading="No pictures this time"
      action={{ label: 'See what happened', url }}
      reason={`You get this because you started a generation with ${team}.`}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Paragraph>
        {style}: none of your pictures could be used. {reason}
      </Paragraph>
      <Paragraph>Not charged. {credits(released)} came back to your wallet.</Paragraph>
    </MailLayout>
  );
}

HeadshotsFailed.subject = ({ style }: Props): string => `${style}: no pictures, not charged`;
