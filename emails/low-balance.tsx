import { formatCredits } from '@/lib/money';
import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  available: number;
  below: number;
  topsUp: boolean;
  url: string;
  unsubscribeUrl?: string;
};

export function LowBalance({ team, available, below, topsUp, url, unsubscribeUrl }: Props) {
  return (
    <MailLayout
      preview={`${team} has ${count(available)} left.`}
      heading="Credits are running low"
      action={{ label: 'Buy credits', url }}
      reason={`You get this because you look after the credits of ${team}. You can change when this is sent on the billing page.`}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Paragraph>
        {team} has {count(available)} left to give out. That is fewer than {below}.
      </Paragraph>
      <Paragraph>
        {topsUp
          ? 'Automatic top-up is on: a pack is bought automatically below your top-up threshold.'
          : 'People with credits in their wallet can carry on. Buy a pack so that nobody has to wait.'}
      </Paragraph>
    </MailLayout>
  );
}

function count(credits: number): string {
  return credits === 0 ? 'no credits' : formatCredits(credits);
}

LowBalance.subject = ({ team, available }: Props): string => `${team} has ${count(available)} left`;
