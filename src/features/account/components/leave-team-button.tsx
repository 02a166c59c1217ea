'use client';

import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { leaveTeamAction } from '@/features/organizations/member-actions';

export function LeaveTeamButton({ slug, name }: { slug: string; name: string }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Leave ${name}`}>
          Leave
        </Button>
      }
      title={`Leave ${name}?`}
      description="Your unspent credits go back to the team. Pictures being made are cancelled and not charged. Your own pictures stay yours: you find them under “My pictures” of your account as long as the team keeps pictures."
      confirmLabel="Leave the team"
      onConfirm={async () => {
        const result = await leaveTeamAction(slug, {});
        if (!result.ok) return { error: result.message };
        toast.success(`You left ${name}.`);
        return undefined;
      }}
    />
  );
}
