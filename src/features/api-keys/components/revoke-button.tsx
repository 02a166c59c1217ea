'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { revokeKeyAction, revokeTokenAction } from '../actions';

type RevokeButtonProps = { keyId: string; name: string; noun: 'key' | 'token'; slug?: string };

export function RevokeButton({ keyId, name, noun, slug }: RevokeButtonProps) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t('members.client.keys.revokeName', { name })}>
          {t('members.client.keys.revokeShort')}
        </Button>
      }
      title={t('members.client.keys.revokeTitle', { name })}
      description={t(`members.client.keys.${noun}.revokeDescription`)}
      confirmLabel={t(`members.client.keys.${noun}.revoke`)}
      onConfirm={async () => {
        const result = await (slug ? revokeKeyAction(slug, { keyId }) : revokeTokenAction({ keyId }));
        if (!result.ok) return { error: result.message };
        toast.success(t('members.client.keys.revoked', { name }));
        return undefined;
      }}
    />
  );
}
