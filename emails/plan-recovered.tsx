import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  plan: string;
  /** The day of the next payment. */
  next: string;
  url: string;
};

export function PlanRecovered({ team, plan, next, url }: Props) {
  return (
    <MailLayout
      preview={`The payment of ${team} arrived.`}
      heading={`The ${plan} plan is paid again`}
      action={{ label: 'See the plan', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        The payment of {team} arrived and the plan continues as before. The next payment is on {next}.
      </Paragraph>
    </MailLayout>
  );
}

PlanRecovered.subject = ({ team, plan }: Props): string => `${team}: the ${plan} plan is paid again`;
