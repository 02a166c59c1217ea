import { MailLayout, Paragraph } from './layout';

type Props = { count: number; lines: string[]; url: string };

export function PlansParked({ count, lines, url }: Props) {
  return (
    <MailLayout
      preview={`What Stripe says about ${count} ${count === 1 ? 'plan' : 'plans'} does not fit.`}
      heading={count === 1 ? 'A plan needs a look' : `${count} plans need a look`}
      action={{ label: 'Open headcraft', url }}
      reason="You get this because you run this installation."
    >
      <Paragraph>
        What Stripe says about {count === 1 ? 'this plan' : 'these plans'} does not fit what we know, so
        nothing was changed. A plan that Stripe does not know ends by itself 14 days after its last paid
        period. Until somebody has looked you get this once a day.
      </Paragraph>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </MailLayout>
  );
}

PlansParked.subject = ({ count }: Props): string =>
  `headcraft: ${count} ${count === 1 ? 'plan needs' : 'plans need'} a look`;
