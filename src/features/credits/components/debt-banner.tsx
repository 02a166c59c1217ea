import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';

type Props = {
  slug: string;
  owed: number;
  /** Who reads it: somebody alone, somebody who buys for a team, somebody who cannot. */
  reader?: 'alone' | 'buyer' | 'member';
};

/** What it means that a team owes credits: who stops working, and what ends it. */
export function DebtBanner({ slug, owed, reader = 'buyer' }: Props) {
  const { t } = useTexts();
  if (owed <= 0) return null;
  return (
    <Alert tone="bad" title={t(`credits.debt.title.${reader}`, { owed })} className="mb-6 phone:mb-4">
      {t(`credits.debt.body.${reader}`)}
      {reader !== 'member' && (
        <ButtonLink
          href={`/teams/${slug}/credits/buy`}
          variant="key"
          className="mt-3 mb-1 flex w-fit text-on-key"
        >
          {t('credits.buy')}
        </ButtonLink>
      )}
    </Alert>
  );
}
