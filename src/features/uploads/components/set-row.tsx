// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { useState } from 'react';
import { useTexts } from '#use-texts';
import { ConfirmDialog, type ConfirmResult } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Time } from '@/components/ui/time';
import type { PhotoSetEntry } from '../photo-types';

type SetRowProps = {
  entry: PhotoSetEntry;
  onUse: () => Promise<void>;
  onShelve: () => Promise<void>;
  onRename: (name: string) => Promise<void>;
  onDelete: () => Promise<ConfirmResult>;
};

/** One set on the shelf, and what can be done with it. */
export function SetRow({ entry, onUse, onShelve, onRename, onDelete }: SetRowProps) {
  const { name, current, photos, usable, thumbnailUrls, createdAt, deletesAt, inUse } = entry;
  const { t, rich } = useTexts();
  const [busy, setBusy] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="flex w-34 flex-none gap-1" aria-hidden="true">
        {thumbnailUrls.map((url) => (
          <img key={url} src={url} alt="" loading="lazy" className="h-10 w-8 rounded-tag object-cover" />
        ))}
      </div>
      <div className="min-w-0 flex-1 basis-48">
        {renaming ? (
          <NameForm
            name={name ?? ''}
            onCancel={() => setRenaming(false)}
            onSave={(next) => run(() => onRename(next)).then(() => setRenaming(false))}
          />
        ) : (
          <p className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
            {name ?? (
              <span>
                {rich('uploads.client.sets.selfiesOf', {
                  date: () => <Time value={createdAt} style="date" />,
                })}
              </span>
            )}
            {current && <Badge tone="good">{t('uploads.client.sets.current')}</Badge>}
          </p>
        )}
        <p className="text-12 text-ink-2">
          {rich('uploads.client.sets.state', {
            usable,
            photos,
            date: () => <Time value={deletesAt} style="date" />,
          })}
        </p>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {!renaming && (
          <Button size="sm" variant="bare" onClick={() => setRenaming(true)}>
            {t(name ? 'uploads.client.sets.rename' : 'uploads.client.sets.name')}
          </Button>
        )}
        {inUse ? (
          <span className="self-center text-12 text-ink-2">{t('uploads.client.sets.inUse')}</span>
        ) : (
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="bare">
                {t('uploads.client.sets.delete')}
              </Button>
            }
            title={
              name ? t('uploads.client.sets.deleteNamed', { name }) : t('uploads.client.sets.deleteThis')
            }
            description={t('uploads.client.sets.description', { count: photos })}
            confirmLabel={t('uploads.client.sets.confirm', { count: photos })}
            onConfirm={onDelete}
          />
        )}
        {current ? (
          <Button size="sm" pending={busy} onClick={() => void run(onShelve)}>
            {t('uploads.client.sets.new')}
          </Button>
        ) : (
          <Button size="sm" pending={busy} onClick={() => void run(onUse)}>
            {t('uploads.client.sets.use')}
          </Button>
        )}
      </div>
    </li>
  );
}

type NameFormProps = { name: string; onSave: (name: string) => void; onCancel: () => void };

function NameForm({ name, onSave, onCancel }: NameFormProps) {
  const { t } = useTexts();
  return (
    <form
      className="mb-1 flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(String(new FormData(event.currentTarget).get('name') ?? ''));
      }}
    >
      <Input
        name="name"
        defaultValue={name}
        aria-label={t('uploads.client.sets.nameLabel')}
        maxLength={60}
        autoFocus
      />
      <Button type="submit" size="sm" className="h-control!">
        {t('uploads.client.sets.save')}
      </Button>
      <Button size="sm" variant="bare" className="h-control!" onClick={onCancel}>
        {t('uploads.client.sets.cancel')}
      </Button>
    </form>
  );
}
