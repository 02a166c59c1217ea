'use client';

import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { revokeKeyAction, revokeTokenAction } from '../actions';

type RevokeButtonProps = { keyId: string; name: string; noun: 'key' | 'token'; slug?: string };

export function RevokeButton({ keyId, name, noun, slug }: RevokeButtonProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${name}?`}
      description={`Whatever uses this ${noun} is refused from now on. It cannot be taken back; make a new one instead.`}
      confirmLabel={`Revoke the ${noun}`}
      onConfirm={async () => {
        const result = await (slug ? revokeKeyAction(slug, { keyId }) : revokeTokenAction({ keyId }));
        if (!result.ok) return { error: result.message };
        toast.success(`${name} is revoked.`);
        return undefined;
      }}
    />
  );
}
