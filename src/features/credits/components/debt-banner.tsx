import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { formatCredits } from '@/lib/money';

type Props = {
  slug: string;
  owed: number;
  /** Who reads it: somebody alone, somebody who buys for a team, somebody who cannot. */
  reader?: 'alone' | 'buyer' | 'member';
};

/** What it means that a team owes credits: who stops working, and what ends it. */
export function DebtBanner({ slug, owed, reader = 'buyer' }: Props) {
  if (owed <= 0) return null;
  const alone = reader === 'alone';
  return (
    <Alert
      tone="bad"
      title={`${alone ? 'You owe' : 'The team owes'} ${formatCredits(owed)}`}
      className="mb-6 phone:mb-4"
    >
      A disputed payment was taken back after its credits had been spent.{' '}
      {alone ? 'You cannot' : 'Nobody can'} start headshots until they are repaid.{' '}
      {reader === 'member'
        ? 'An owner or admin of your team can buy credits, which repays them first.'
        : 'Your next purchase repays them first; if the dispute is won, the debt is cleared.'}
      {reader !== 'member' && (
        <ButtonLink
          href={`/teams/${slug}/credits/buy`}
          variant="key"
          className="mt-3 mb-1 flex w-fit text-on-key"
        >
          Buy credits
        </ButtonLink>
      )}
    </Alert>
  );
}
