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
      heading="Automatic top-up is paused"
      action={{ label: 'Check the card', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        {what}, {amount}: {failure} Not charged.
      </Paragraph>
      <Paragraph>We will not try again until you save the top-up settings.</Paragraph>
    </MailLayout>
  );
}

TopUpFailed.subject = ({ team }: Props): string => `Automatic top-up of ${team} is paused`;
