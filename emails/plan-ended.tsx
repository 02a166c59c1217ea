import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  plan: string;
  /** Somebody cancelled it, its payment did not arrive, or what was paid went back. */
  why: 'cancelled' | 'unpaid' | 'returned';
  url: string;
};

const WHY = {
  cancelled: ({ team, plan }: Props) => `The ${plan} plan of ${team} has ended because you cancelled it.`,
  unpaid: ({ team, plan }: Props) =>
    `The payment of the ${plan} plan of ${team} did not arrive in time, so the plan has ended.`,
  returned: ({ team, plan }: Props) =>
    `The payment of the ${plan} plan of ${team} was refunded or taken back by the bank, so the plan has ended.`,
} as const;

export function PlanEnded(props: Props) {
  const { team, plan, why, url } = props;
  return (
    <MailLayout
      preview={`The credits of ${team} stay.`}
      heading={`The ${plan} plan has ended`}
      action={{ label: 'See the plans', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>{`${WHY[why](props)} Nothing more is charged.`}</Paragraph>
      <Paragraph>
        The credits that you have stay and never expire. You can choose a plan again whenever you like.
      </Paragraph>
    </MailLayout>
  );
}

PlanEnded.subject = ({ team, plan }: Props): string => `${team}: the ${plan} plan has ended`;
