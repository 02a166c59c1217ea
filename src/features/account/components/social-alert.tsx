import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { readSocialDone, SOCIAL_NAME } from '@/lib/social';

/** Why another service did not sign anybody in, or was not linked. `done`: of the page's address; nothing for anything else. */
export function SocialAlert({ done, className }: { done: string | null; className?: string }) {
  const { t } = useTexts();
  const told = readSocialDone(done);
  if (!told) return null;
  return (
    <Alert tone="warn" className={className}>
      {t(`errors.social.${told.problem}`, { provider: SOCIAL_NAME[told.provider] })}
    </Alert>
  );
}
