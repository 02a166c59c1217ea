'use client';

import { useTransition } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { RowActions } from '@/components/ui/table';
import { toast } from '@/components/ui/toast';
import { resendInvitationAction, revokeInvitationAction } from '../member-actions';

type InvitationRowActionsProps = {
  slug: string;
  invitation: { id: string; email: string; credits: number; status: 'pending' | 'expired' };
};

/** Send the link again, or withdraw it. */
export function InvitationRowActions({ slug, invitation }: InvitationRowActionsProps) {
  const { id, email, credits, status } = invitation;
  const [sending, startTransition] = useTransition();
  const resend = () =>
    startTransition(async () => {
      const result = await resendInvitationAction(slug, { invitationId: id });
      if (result.ok) toast.success(`A new link is on its way to ${email}. The old one no longer works.`);
      else toast.error(result.message);
    });
  return (
    // On a phone the words, not the padding around them, end where the numbers end.
    <RowActions className="@max-[34rem]:-mr-2.5">
      <Button
        size="sm"
        variant="bare"
        pending={sending}
        onClick={resend}
        aria-label={`Send again to ${email}`}
      >
        Send again
      </Button>
      {status === 'pending' && (
        <ConfirmDialog
          trigger={
            <Button size="sm" variant="bare" aria-label={`Withdraw the invitation of ${email}`}>
              Withdraw
            </Button>
          }
          title={`Withdraw the invitation of ${email}?`}
          description={`The link stops working. ${credits > 0 ? `${credits} promised ${credits === 1 ? 'credit goes' : 'credits go'} back to the pool.` : ''}`}
          confirmLabel="Withdraw"
          onConfirm={async () => {
            const result = await revokeInvitationAction(slug, { invitationId: id });
            if (!result.ok) return { error: result.message };
            toast.success('The invitation was withdrawn.');
            return undefined;
          }}
        />
      )}
    </RowActions>
  );
}
