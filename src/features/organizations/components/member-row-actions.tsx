'use client';

import { useTransition } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { RowActions } from '@/components/ui/table';
import { toast } from '@/components/ui/toast';
import type { Role } from '@/lib/permissions';
import { removeMemberAction, setRoleAction } from '../member-actions';

type MemberRowActionsProps = {
  slug: string;
  member: { id: string; name: string; role: Role; free: number; held: number };
  roles: readonly Role[];
};

/** Change somebody's role, or take them out of the team. */
export function MemberRowActions({ slug, member, roles }: MemberRowActionsProps) {
  const [changing, startTransition] = useTransition();
  const change = (role: Role) =>
    startTransition(async () => {
      const result = await setRoleAction(slug, { memberId: member.id, role });
      if (result.ok) toast.success(`${member.name} is now ${role}.`);
      else toast.error(result.message);
    });
  const back =
    member.free > 0
      ? `${member.free} unspent ${member.free === 1 ? 'credit goes' : 'credits go'} back to the pool.`
      : '';
  const running = member.held > 0 ? 'Pictures being made are cancelled and not charged.' : '';
  return (
    // On a phone the words, not the padding around them, end where the numbers end.
    <RowActions className="@max-[34rem]:-mr-2.5">
      <DropdownMenu
        trigger={
          <Button size="sm" variant="bare" pending={changing} aria-label={`Role of ${member.name}`}>
            Role
          </Button>
        }
      >
        <MenuLabel>Role of {member.name}</MenuLabel>
        {roles.map((role) => (
          <MenuItem key={role} disabled={role === member.role} onSelect={() => change(role)}>
            {role[0]?.toUpperCase()}
            {role.slice(1)}
          </MenuItem>
        ))}
      </DropdownMenu>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="bare" aria-label={`Remove ${member.name}`}>
            Remove
          </Button>
        }
        title={`Remove ${member.name}?`}
        description={`They lose access at once. ${back} ${running} Their own pictures stay theirs.`.replace(
          / +/g,
          ' ',
        )}
        confirmLabel="Remove from the team"
        onConfirm={async () => {
          const result = await removeMemberAction(slug, { memberId: member.id });
          if (!result.ok) return { error: result.message };
          toast.success(`${member.name} was removed.`);
          return undefined;
        }}
      />
    </RowActions>
  );
}
