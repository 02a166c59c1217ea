'use client';

import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { deleteMyPictureAction } from '../picture-actions';

/** `what`: the style and the team, for those who do not see the picture above it. */
export function DeletePictureButton({ id, what }: { id: string; what: string }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Delete ${what}`}>
          Delete
        </Button>
      }
      title="Delete this picture?"
      description="It disappears now and its files are deleted within 15 minutes. This cannot be undone."
      confirmLabel="Delete picture"
      onConfirm={async () => {
        const { message } = await deleteMyPictureAction(id);
        if (message) return { error: message };
        toast.success('Picture deleted.');
        return undefined;
      }}
    />
  );
}
