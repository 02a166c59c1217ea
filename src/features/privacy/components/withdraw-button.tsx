'use client';

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
  const count = photos === 1 ? 'Your photo' : `Your ${photos} photos`;
  const gone = photos > 0 ? `${count} and the face measurements are deleted now. ` : '';
  return (
    <ConfirmDialog
      trigger={
        <Button variant="bare" size="sm">
          Withdraw consent
        </Button>
      }
      title="Withdraw your consent?"
      description={`${gone}Pictures that are being made are stopped and not charged. Finished pictures stay.`}
      confirmLabel={photos > 0 ? 'Withdraw and delete' : 'Withdraw'}
      onConfirm={async () => {
        const { error } = await sendWithdrawal(team);
        if (error) return { error };
        await onWithdrawn();
        return undefined;
      }}
    />
  );
}
