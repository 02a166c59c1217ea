// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { useState } from 'react';
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
  const [busy, setBusy] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const called = name ? `“${name}”` : 'this set';
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
                Selfies of <Time value={createdAt} style="date" />
              </span>
            )}
            {current && <Badge tone="good">Used now</Badge>}
          </p>
        )}
        <p className="text-12 text-ink-2">
          {usable} of {photos} can be used. Deleted on <Time value={deletesAt} style="date" />.
        </p>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {!renaming && (
          <Button size="sm" variant="bare" onClick={() => setRenaming(true)}>
            {name ? 'Rename' : 'Name it'}
          </Button>
        )}
        {inUse ? (
          <span className="self-center text-12 text-ink-2">Pictures are being made</span>
        ) : (
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="bare">
                Delete
              </Button>
            }
            title={`Delete ${called}?`}
            description={`Its ${photos === 1 ? 'photo' : `${photos} photos`} and their face measurements are deleted now. Finished pictures stay, but cannot be made again from it.`}
            confirmLabel={photos === 1 ? 'Delete 1 photo' : `Delete ${photos} photos`}
            onConfirm={onDelete}
          />
        )}
        {current ? (
          <Button size="sm" pending={busy} onClick={() => void run(onShelve)}>
            Start a new set
          </Button>
        ) : (
          <Button size="sm" pending={busy} onClick={() => void run(onUse)}>
            Use this set
          </Button>
        )}
      </div>
    </li>
  );
}

type NameFormProps = { name: string; onSave: (name: string) => void; onCancel: () => void };

function NameForm({ name, onSave, onCancel }: NameFormProps) {
  return (
    <form
      className="mb-1 flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(String(new FormData(event.currentTarget).get('name') ?? ''));
      }}
    >
      <Input name="name" defaultValue={name} aria-label="Name of the set" maxLength={60} autoFocus />
      <Button type="submit" size="sm" className="h-control!">
        Save
      </Button>
      <Button size="sm" variant="bare" className="h-control!" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
