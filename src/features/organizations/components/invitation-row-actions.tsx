'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { RowActions } from '@/components/ui/table';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { resendInvitationAction, revokeInvitationAction } from '../member-actions';

type InvitationRowActionsProps = {
  slug: string;
  invitation: { id: string; email: string; credits: number; status: 'pending' | 'expired' };
};

/** Send the link again, or withdraw it. */
export function InvitationRowActions({ slug, invitation }: InvitationRowActionsProps) {
  const { id, email, credits, status } = invitation;
  const { t } = useTexts();
  const { pending, submit } = useSubmit('ui.client.lost.pressAgain');
  const resend = () =>
    submit(() => resendInvitationAction(slug, { invitationId: id }), {
      onDone: () => toast.success(t('members.client.invitation.resent', { email })),
      onRefused: ({ message }) => toast.error(message),
    });
  return (
    // On a phone the words, not the padding around them, end where the numbers end.
    <RowActions className="narrow:-mr-2.5">
      <Button
        size="sm"
        variant="bare"
        pending={pending}
        onClick={resend}
        aria-label={t('members.client.invitation.resendTo', { email })}
      >
        {t('members.client.invitation.resend')}
      </Button>
      {status === 'pending' && (
        <ConfirmDialog
          trigger={
            <Button
              size="sm"
              variant="bare"
              aria-label={t('members.client.invitation.withdrawOf', { email })}
            >
              {t('members.client.invitation.withdraw')}
            </Button>
          }
          title={t('members.client.invitation.title', { email })}
          description={t('members.client.invitation.description', { credits })}
          confirmLabel={t('members.client.invitation.withdraw')}
          onConfirm={async () => {
            const result = await revokeInvitationAction(slug, { invitationId: id });
            if (!result.ok) return { error: result.message };
            toast.success(t('members.client.invitation.withdrawn'));
            return undefined;
          }}
        />
      )}
    </RowActions>
  );
}
