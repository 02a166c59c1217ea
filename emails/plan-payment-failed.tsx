import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  plan: string;
  /** Until when the plan stays, e.g. "4 December 2026". */
  until: string;
  url: string;
};

export function PlanPaymentFailed({ team, plan, until, url }: Props) {
  return (
    <MailLayout
      preview={`The ${plan} plan of ${team} stays until ${until}.`}
      heading={`Payment of the ${plan} plan failed`}
      action={{ label: 'Update the card', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        The card of {team} was not charged. The plan stays as it is until {until}, and we try the card again
        before then.
      </Paragraph>
      <Paragraph>
        With a card that works, nothing changes. Without one, the plan ends; your credits stay.
      </Paragraph>
    </MailLayout>
  );
}

PlanPaymentFailed.subject = ({ team, plan }: Props): string => `${team}: payment of the ${plan} plan failed`;
