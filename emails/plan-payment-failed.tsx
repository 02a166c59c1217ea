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
      heading={`The payment for the ${plan} plan failed`}
      action={{ label: 'Update the card', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        We could not charge the card of {team}. The plan stays as it is until {until}, and we will try the
        card again before then.
      </Paragraph>
      <Paragraph>
        Update the card to keep the plan. Otherwise it ends then; your credits stay either way.
      </Paragraph>
    </MailLayout>
  );
}

PlanPaymentFailed.subject = ({ team, plan }: Props): string =>
  `${team}: the payment for the ${plan} plan failed`;
