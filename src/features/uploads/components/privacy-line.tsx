'use client';

import { Lock } from 'lucide-react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { WithdrawButton } from '@/features/privacy/components/withdraw-button';
import type { PhotoSetView } from '../photo-types';
import { ApiError, removeSet } from './uploads-api';

type PrivacyLineProps = {
  team: string;
  set: PhotoSetView;
  /** Photos of the member's other sets: they go with the consent, too. */
  elsewhere: number;
  onChanged: () => Promise<void>;
  onWithdrawn: () => Promise<void>;
};

/** Who sees the photos and until when, and the two ways to end it sooner. */
export function PrivacyLine({ team, set, elsewhere, onChanged, onWithdrawn }: PrivacyLineProps) {
  const { id, photos, deletesAt, retentionDays } = set;
  const days = retentionDays === 1 ? '1 day' : `${retentionDays} days`;
  const removeAll = async () => {
    if (!id) return undefined;
    try {
      await removeSet(team, id);
      await onChanged();
      return undefined;
    } catch (error) {
      return {
        error: error instanceof ApiError ? error.message : 'That did not work. Try again in a moment.',
      };
    }
  };
  return (
    <div className="mt-4 grid gap-2 text-ink-3">
      <p className="flex items-start gap-2">
        <Lock className="mt-0.5 size-4" aria-hidden="true" />
        <span>
          Only you see these.{' '}
          {deletesAt ? (
            <>
              Deleted on <Time value={deletesAt} style="date" />, {days} after the last upload.
            </>
          ) : (
            <>Deleted {days} after the last upload.</>
          )}
        </span>
      </p>
      <div className="-ml-2.5 flex flex-wrap gap-1">
        {id && photos.length > 0 && (
          <ConfirmDialog
            trigger={
              <Button variant="bare" size="sm">
                {elsewhere > 0 ? 'Delete this set' : 'Delete all photos'}
              </Button>
            }
            title={photos.length === 1 ? 'Delete your photo?' : `Delete these ${photos.length} photos?`}
            description="They and their face measurements are deleted now. Finished pictures stay."
            confirmLabel={photos.length === 1 ? 'Delete 1 photo' : `Delete ${photos.length} photos`}
            onConfirm={removeAll}
          />
        )}
        <WithdrawButton team={team} photos={photos.length + elsewhere} onWithdrawn={onWithdrawn} />
      </div>
    </div>
  );
}
