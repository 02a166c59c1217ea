import { useTexts } from '#use-texts';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Inside the team's frame, so that its pages stay at hand. */
export default function TeamPageNotFound() {
  const { t } = useTexts();
  return (
    <EmptyState
      light
      drawing={<EmptyPicture />}
      title={t('shell.notFound.heading')}
      action={<ButtonLink href="/teams">{t('members.notFound.home')}</ButtonLink>}
    >
      {t('members.notFound.body')}
    </EmptyState>
  );
}
