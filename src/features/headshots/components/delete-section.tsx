'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { deleteAction } from '../actions';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

type Props = { slug: string; generationId: string; picture: ShownPicture; count: number };

/** The chosen picture, or all of the generation, for good. */
export function DeleteSection({ slug, generationId, picture, count }: Props) {
  return (
    <PanelSection title="Delete">
      <div className="flex flex-wrap gap-2">
        <DeletePicture slug={slug} picture={picture} only={count === 1} />
        {count > 1 && <DeleteAll slug={slug} generationId={generationId} count={count} />}
      </div>
    </PanelSection>
  );
}

const FOR_GOOD = 'It disappears now and its files are deleted within 15 minutes. This cannot be undone.';

function DeletePicture({ slug, picture, only }: { slug: string; picture: ShownPicture; only: boolean }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger">
          <Trash2 className="size-4" aria-hidden="true" />
          Picture {picture.number}
        </Button>
      }
      title={`Delete picture ${picture.number}?`}
      description={FOR_GOOD}
      confirmLabel="Delete picture"
      onConfirm={async () => {
        const result = await deleteAction(slug, { pictureId: picture.id });
        if (!result.ok) return { error: result.message };
        toast.success(`Picture ${picture.number} deleted.`);
        if (only) router.push(`/teams/${slug}/headshots`);
        return undefined;
      }}
    />
  );
}

function DeleteAll({ slug, generationId, count }: { slug: string; generationId: string; count: number }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">All {count}</Button>}
      title={`Delete all ${count} pictures?`}
      description="They disappear now and their files are deleted within 15 minutes. This cannot be undone."
      confirmLabel={`Delete ${count} pictures`}
      onConfirm={async () => {
        const result = await deleteAction(slug, { generationId });
        if (!result.ok) return { error: result.message };
        toast.success(`${count} pictures deleted.`);
        router.push(`/teams/${slug}/headshots`);
        return undefined;
      }}
    />
  );
}
