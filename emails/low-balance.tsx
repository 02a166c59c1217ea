import { MailLayout, Paragraph } from './layout';

type Props = { team: string; available: number; below: number; topsUp: boolean; url: string };

export function LowBalance({ team, available, below, topsUp, url }: Props) {
  return (
    <MailLayout
      preview={`${team} has ${count(available)} left.`}
      heading="Credits are running low"
      action={{ label: 'Buy credits', url }}
      reason={`You get this because you look after credits of ${team}. The limit of ${below} is on the billing page.`}
    >
      <Paragraph>
        {team} has {count(available)} left to give out, fewer than {below}.
      </Paragraph>
      <Paragraph>
        {topsUp
          ? 'Automatic top-up is on: a pack follows by itself when it falls below the number you set.'
          : 'People who have credits in their wallet can go on. Buy a pack so that nobody has to wait.'}
      </Paragraph>
    </MailLayout>
  );
}

function count(credits: number): string {
  if (credits === 0) return 'no credits';
  return `${credits} ${credits === 1 ? 'credit' : 'credits'}`;
}

LowBalance.subject = ({ team, available }: Props): string => `${team} has ${count(available)} left`;
