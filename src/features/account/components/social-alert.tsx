import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { readSocialDone, SOCIAL_NAME, type SocialProvider } from '@/lib/social';

/** Why another service did not sign anybody in, or was not linked. `done`: of the page's address; nothing for anything else. */
export function SocialAlert({ done, active }: { done: string | null; active: readonly SocialProvider[] }) {
  const { t } = useTexts();
  const told = readSocialDone(done, active);
  if (!told) return null;
  return (
    <Alert tone="warn" className="mb-6">
      {t(`errors.social.${told.problem}`, { provider: SOCIAL_NAME[told.provider] })}
    </Alert>
  );
}
