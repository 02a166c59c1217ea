'use client';

import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { RowActions } from '@/components/ui/table';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import type { Role } from '@/lib/permissions';
import { removeMemberAction, setRoleAction } from '../member-actions';

type MemberRowActionsProps = {
  slug: string;
  member: { id: string; name: string; role: Role; free: number; held: number };
  roles: readonly Role[];
};

/** Change somebody's role, or take them out of the team. */
export function MemberRowActions({ slug, member, roles }: MemberRowActionsProps) {
  const { t } = useTexts();
  const { pending, submit } = useSubmit('ui.client.lost.pressAgain');
  const change = (role: Role) =>
    submit(() => setRoleAction(slug, { memberId: member.id, role }), {
      onDone: () => toast.success(t(`members.client.member.changed.${role}`, { name })),
      onRefused: ({ message }) => toast.error(message),
    });
  const { name, free, held } = member;
  return (
    // On a phone the words, not the padding around them, end where the numbers end.
    <RowActions className="narrow:-mr-2.5">
      <DropdownMenu
        trigger={
          <Button
            size="sm"
            variant="bare"
            pending={pending}
            aria-label={t('members.client.member.roleOf', { name })}
          >
            {t('members.client.member.change')}
          </Button>
        }
      >
        <MenuLabel>{t('members.client.member.roleOf', { name })}</MenuLabel>
        {roles.map((role) => (
          <MenuItem key={role} disabled={role === member.role} onSelect={() => change(role)}>
            {t(`members.client.member.role.${role}`)}
          </MenuItem>
        ))}
      </DropdownMenu>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="bare" aria-label={t('members.client.member.removeOf', { name })}>
            {t('members.client.member.remove')}
          </Button>
        }
        title={t('members.client.member.title', { name })}
        description={t('members.client.member.description', { free, held })}
        confirmLabel={t('members.client.member.confirm')}
        onConfirm={async () => {
          const result = await removeMemberAction(slug, { memberId: member.id });
          if (!result.ok) return { error: result.message };
          toast.success(t('members.client.member.removed', { name }));
          return undefined;
        }}
      />
    </RowActions>
  );
}
