'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { deleteMyPictureAction } from '../picture-actions';

/** `what`: the style and the team, for those who do not see the picture above it. */
export function DeletePictureButton({ id, what }: { id: string; what: string }) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={t('account.client.deletePicture.of', { what })}>
          {t('account.client.deletePicture.delete')}
        </Button>
      }
      title={t('account.client.deletePicture.title')}
      description={t('account.client.deletePicture.body')}
      confirmLabel={t('account.client.deletePicture.confirm')}
      onConfirm={async () => {
        const { message } = await deleteMyPictureAction(id);
        if (message) return { error: message };
        toast.success(t('account.client.deletePicture.done'));
        return undefined;
      }}
    />
  );
}
