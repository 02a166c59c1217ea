import { MailLayout, Paragraph } from './layout';

type Props = { team: string; plan: string; url: string };

export function PlanSecond({ team, plan, url }: Props) {
  return (
    <MailLayout
      preview="What was paid for it is being refunded."
      heading="A second plan was cancelled"
      action={{ label: 'See the plan', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        The {plan} plan was bought while another plan of {team} was already running. A team has one plan at a
        time, so the second one was cancelled. What was paid for it is being refunded.
      </Paragraph>
    </MailLayout>
  );
}

PlanSecond.subject = ({ team }: Props): string => `${team}: a second plan was cancelled`;
