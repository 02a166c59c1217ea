'use client';

import { Lock } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { WithdrawButton } from '@/features/privacy/components/withdraw-button';
import type { PhotoSetView } from '../photo-types';
import { messageOf, removeSet } from './uploads-api';

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
  const texts = useTexts();
  const { t, rich } = texts;
  const removeAll = async () => {
    if (!id) return undefined;
    try {
      await removeSet(team, id);
      await onChanged();
      return undefined;
    } catch (error) {
      return { error: messageOf(error, texts) };
    }
  };
  return (
    <div className="mt-4 grid gap-2 text-ink-3">
      <p className="flex items-start gap-2">
        <Lock className="mt-0.5 size-4" aria-hidden="true" />
        <span>
          {t('uploads.client.privacy.onlyYou')}{' '}
          {deletesAt
            ? rich('uploads.client.privacy.deletedOn', {
                days: retentionDays,
                date: () => <Time value={deletesAt} style="date" />,
              })
            : t('uploads.client.privacy.deletedAfter', { days: retentionDays })}
        </span>
      </p>
      <div className="-ml-2.5 flex flex-wrap gap-1">
        {id && photos.length > 0 && (
          <ConfirmDialog
            trigger={
              <Button variant="bare" size="sm">
                {t(elsewhere > 0 ? 'uploads.client.privacy.deleteSet' : 'uploads.client.privacy.deleteAll')}
              </Button>
            }
            title={t('uploads.client.privacy.title', { count: photos.length })}
            description={t('uploads.client.privacy.description')}
            confirmLabel={t('uploads.client.privacy.confirm', { count: photos.length })}
            onConfirm={removeAll}
          />
        )}
        <WithdrawButton team={team} photos={photos.length + elsewhere} onWithdrawn={onWithdrawn} />
      </div>
    </div>
  );
}
