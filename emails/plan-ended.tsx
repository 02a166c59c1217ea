import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  plan: string;
  /** It ended because its payment did not arrive, not because somebody cancelled it. */
  unpaid: boolean;
  url: string;
};

export function PlanEnded({ team, plan, unpaid, url }: Props) {
  return (
    <MailLayout
      preview={`The credits of ${team} stay.`}
      heading={`The ${plan} plan has ended`}
      action={{ label: 'See the plans', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        {unpaid
          ? `The payment of the ${plan} plan of ${team} did not arrive in time, so the plan has ended. Nothing more is charged.`
          : `The ${plan} plan of ${team} has ended because you cancelled it. Nothing more is charged.`}
      </Paragraph>
      <Paragraph>
        Your credits stay and never expire. You can choose a plan again whenever you like.
      </Paragraph>
    </MailLayout>
  );
}

PlanEnded.subject = ({ team, plan }: Props): string => `${team}: the ${plan} plan has ended`;
