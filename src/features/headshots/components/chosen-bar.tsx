'use client';

import { Download, Heart, Trash2, X } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { batchAction } from '../actions';
import { MOST_CHOSEN, useSelection } from './selection';

/** What can be done with the chosen pictures; there only while some are. */
export function ChosenBar({ slug }: { slug: string }) {
  const { t } = useTexts();
  const { chosen, clear } = useSelection();
  const { pending, submit } = useSubmit('ui.client.lost.pressAgain');
  const pictureIds = [...chosen];
  const count = pictureIds.length;
  if (count === 0) return null;
  const mark = () =>
    submit(() => batchAction(slug, { action: 'favourite', pictureIds }), {
      onDone: () => {
        clear();
        toast.success(t('headshots.client.chosen.marked', { count }));
      },
      onRefused: ({ message }) => toast.error(message),
    });
  return (
    <section
      aria-label={t('headshots.client.chosen.label')}
      className="sticky bottom-4 z-20 mt-6 flex flex-wrap items-center gap-2 rounded-card border bg-card px-4 py-3 shadow-float max-lg:bottom-[calc(var(--tabs-height)+1rem)]"
    >
      <p className="mr-auto font-medium phone:basis-[70%]" role="status">
        {t(count === MOST_CHOSEN ? 'headshots.client.chosen.countMost' : 'headshots.client.chosen.count', {
          count,
        })}
      </p>
      <Button className="phone:order-1 phone:grow" pending={pending} onClick={mark}>
        <Heart className="size-4" aria-hidden="true" />
        {t('headshots.client.chosen.favourite')}
      </Button>
      <a
        href={`/api/teams/${slug}/headshots/download?pictures=${pictureIds.join(',')}`}
        download
        className={buttonClass('default', 'md', 'phone:order-1 phone:grow')}
      >
        <Download className="size-4" aria-hidden="true" />
        {t('headshots.client.chosen.zip')}
      </a>
      <ConfirmDialog
        trigger={
          <Button variant="danger" className="phone:order-1 phone:grow">
            <Trash2 className="size-4" aria-hidden="true" />
            {t('headshots.client.chosen.delete')}
          </Button>
        }
        title={t('headshots.client.chosen.deleteTitle', { count })}
        description={t('headshots.client.chosen.deleteBody')}
        confirmLabel={t('headshots.client.chosen.deleteConfirm', { count })}
        onConfirm={async () => {
          const result = await batchAction(slug, { action: 'delete', pictureIds });
          if (!result.ok) return { error: result.message };
          clear();
          toast.success(t('headshots.client.chosen.deleted', { count }));
          return undefined;
        }}
      />
      <Button size="icon" variant="bare" aria-label={t('headshots.client.chosen.none')} onClick={clear}>
        <X className="size-4" aria-hidden="true" />
      </Button>
    </section>
  );
}
