import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { formatCredits } from '@/lib/money';

/** What it means that a team owes credits: who stops working, and what ends it. */
export function DebtBanner({ slug, owed }: { slug: string; owed: number }) {
  if (owed <= 0) return null;
  return (
    <Alert tone="bad" title={`The team owes ${formatCredits(owed)}`} className="mb-6 phone:mb-4">
      A disputed payment was taken back after its credits had been spent. Nobody can start headshots until
      they are repaid. Your next purchase repays them first; if the dispute is won, the debt is cleared.
      <ButtonLink
        href={`/teams/${slug}/credits/buy`}
        variant="key"
        className="mt-3 mb-1 flex w-fit text-on-key"
      >
        Buy credits
      </ButtonLink>
    </Alert>
  );
}
