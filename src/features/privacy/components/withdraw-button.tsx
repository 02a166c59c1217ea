'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { sendWithdrawal } from './consent-api';

type WithdrawButtonProps = {
  team: string;
  /** How many photos go with it. */
  photos: number;
  onWithdrawn: () => Promise<void> | void;
};

/** Ends the consent, after saying what goes and what stays. */
export function WithdrawButton({ team, photos, onWithdrawn }: WithdrawButtonProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <ConfirmDialog
      trigger={
        <Button variant="bare" size="sm">
          {t('privacy.client.withdraw.open')}
        </Button>
      }
      title={t('privacy.client.withdraw.title')}
      description={t('privacy.client.withdraw.description', { photos })}
      confirmLabel={t(
        photos > 0 ? 'privacy.client.withdraw.submitAndDelete' : 'privacy.client.withdraw.submit',
      )}
      onConfirm={async () => {
        const { error } = await sendWithdrawal(team, texts);
        if (error) return { error };
        await onWithdrawn();
        return undefined;
      }}
    />
  );
}
