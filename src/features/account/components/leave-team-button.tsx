'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { leaveTeamAction } from '@/features/organizations/member-actions';

export function LeaveTeamButton({ slug, name }: { slug: string; name: string }) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t('account.client.leave.of', { name })}>
          {t('account.client.leave.leave')}
        </Button>
      }
      title={t('account.client.leave.title', { name })}
      description={t('account.client.leave.body')}
      confirmLabel={t('account.client.leave.confirm')}
      onConfirm={async () => {
        const result = await leaveTeamAction(slug, {});
        if (!result.ok) return { error: result.message };
        toast.success(t('account.client.leave.done', { name }));
        return undefined;
      }}
    />
  );
}
