'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { deleteAction } from '../actions';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

type Props = { slug: string; generationId: string; picture: ShownPicture; count: number };

/** The chosen picture, or all of the generation, for good. */
export function DeleteSection({ slug, generationId, picture, count }: Props) {
  const { t } = useTexts();
  return (
    <PanelSection title={t('headshots.client.delete.title')}>
      <div className="flex flex-wrap gap-2">
        <DeletePicture slug={slug} picture={picture} only={count === 1} />
        {count > 1 && <DeleteAll slug={slug} generationId={generationId} count={count} />}
      </div>
    </PanelSection>
  );
}

function DeletePicture({ slug, picture, only }: { slug: string; picture: ShownPicture; only: boolean }) {
  const { t } = useTexts();
  const router = useRouter();
  const { number } = picture;
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger">
          <Trash2 className="size-4" aria-hidden="true" />
          {t('headshots.client.delete.picture', { number })}
        </Button>
      }
      title={t('headshots.client.delete.pictureTitle', { number })}
      description={t('headshots.client.delete.pictureBody')}
      confirmLabel={t('headshots.client.delete.pictureConfirm')}
      onConfirm={async () => {
        const result = await deleteAction(slug, { pictureId: picture.id });
        if (!result.ok) return { error: result.message };
        toast.success(t('headshots.client.delete.pictureDone', { number }));
        if (only) router.push(`/teams/${slug}/headshots`);
        return undefined;
      }}
    />
  );
}

function DeleteAll({ slug, generationId, count }: { slug: string; generationId: string; count: number }) {
  const { t } = useTexts();
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">{t('headshots.client.delete.all', { count })}</Button>}
      title={t('headshots.client.delete.allTitle', { count })}
      description={t('headshots.client.delete.allBody')}
      confirmLabel={t('headshots.client.delete.allConfirm', { count })}
      onConfirm={async () => {
        const result = await deleteAction(slug, { generationId });
        if (!result.ok) return { error: result.message };
        toast.success(t('headshots.client.delete.allDone', { count }));
        router.push(`/teams/${slug}/headshots`);
        return undefined;
      }}
    />
  );
}
