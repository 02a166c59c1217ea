import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  what: string;
  /** As people read it, e.g. "$79". */
  amount: string;
  failure: string;
  url: string;
};

export function TopUpFailed({ team, what, amount, failure, url }: Props) {
  return (
    <MailLayout
      preview={`${what} for ${team}: ${failure}`}
      heading="Top-up paused"
      action={{ label: 'Look at the card', url }}
      reason={`You get this because you look after payments of ${team}.`}
    >
      <Paragraph>
        {what}, {amount}: {failure} Not charged.
      </Paragraph>
      <Paragraph>Nothing is tried again until you save the top-up settings once more.</Paragraph>
    </MailLayout>
  );
}

TopUpFailed.subject = ({ team }: Props): string => `Top-up of ${team} is paused`;
