import { useTexts } from '#use-texts';
import { PlainSubmit } from '@/components/ui/plain-submit';
import { ServiceMark } from '@/components/ui/service-mark';
import { SOCIAL_NAME, type SocialProvider } from '@/lib/social';

/** Ways in through other services, each a form of its own that needs no script. Sign in and sign up are one: who is new gets an account. */
export function SocialButtons({ providers, next }: { providers: readonly SocialProvider[]; next: string }) {
  const { t } = useTexts();
  return providers.map((provider) => (
    <form key={provider} method="post" action="/api/sign-in/social" className="grid">
      <input type="hidden" name="provider" value={provider} />
      <input type="hidden" name="next" value={next} />
      <PlainSubmit variant="default" size="big">
        <ServiceMark of={provider} />
        {t('account.client.social.continue', { provider: SOCIAL_NAME[provider] })}
      </PlainSubmit>
    </form>
  ));
}
