'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { CardBody } from '@/components/ui/card';
import { ServiceMark } from '@/components/ui/service-mark';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { SOCIAL_NAME, type SocialProvider } from '@/lib/social';
import { unlinkSocialAction } from '../social-actions';

/** `since`: null while it is not linked. */
type Service = { provider: SocialProvider; since: string | null };

export function SocialList({ services }: { services: readonly Service[] }) {
  const { t, rich } = useTexts();
  return (
    <>
      <CardBody className="text-ink-2">{t('account.client.social.lead')}</CardBody>
      <ul className="divide-y border-t">
        {services.map(({ provider, since }) => (
          <li key={provider} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-5 py-2">
            <ServiceMark of={provider} />
            <span className="min-w-0 flex-1 basis-40">
              <span className="block truncate font-medium">{SOCIAL_NAME[provider]}</span>
              <span className="text-12 text-ink-3">
                {since === null
                  ? t('account.client.social.notLinked')
                  : rich('account.client.social.linked', {
                      day: () => <Time key="day" value={since} style="date-year" />,
                    })}
              </span>
            </span>
            {since === null ? (
              <form method="post" action="/api/sign-in/link-social">
                <input type="hidden" name="provider" value={provider} />
                <Button
                  type="submit"
                  size="sm"
                  aria-label={t('account.client.social.linkOf', { provider: SOCIAL_NAME[provider] })}
                >
                  {t('account.client.social.link')}
                </Button>
              </form>
            ) : (
              <UnlinkButton provider={provider} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function UnlinkButton({ provider }: { provider: SocialProvider }) {
  const { t } = useTexts();
  const names = { provider: SOCIAL_NAME[provider] };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t('account.client.social.unlinkOf', names)}>
          {t('account.client.social.unlink')}
        </Button>
      }
      title={t('account.client.social.unlinkTitle', names)}
      description={t('account.client.social.unlinkBody', names)}
      confirmLabel={t('account.client.social.unlinkOf', names)}
      onConfirm={async () => {
        const { message } = await unlinkSocialAction(provider);
        if (message) return { error: message };
        toast.success(t('account.client.social.unlinked', names));
        return undefined;
      }}
    />
  );
}
