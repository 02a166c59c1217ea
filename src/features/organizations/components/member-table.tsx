import { Mail } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { Role } from '@/lib/permissions';
import type { MembersPage } from '../member-loaders';
import { DepartmentDialog } from './department-dialog';
import { InvitationRowActions } from './invitation-row-actions';
import { MemberRowActions } from './member-row-actions';

/** Role and step have columns where there is room for them, and else a line below the name. */
const WIDE = '@max-[52rem]:hidden';
/** Takes what the other columns leave, and cuts what does not fit into it. */
const REST = 'w-full max-w-0 narrow:w-auto narrow:max-w-none';

/** Members in the order of joining, invited people first. */
export function MemberTable({ view }: { view: MembersPage }) {
  const { t } = useTexts();
  const { slug, members, invitations, roles, departments } = view;
  return (
    <Table label={t('members.list.title')}>
      <TableHead>
        <Row>
          <HeadCell>{t('members.list.person')}</HeadCell>
          <HeadCell className={WIDE}>{t('members.list.role')}</HeadCell>
          <HeadCell>{t('members.list.department')}</HeadCell>
          <HeadCell className={WIDE}>{t('members.list.step')}</HeadCell>
          <HeadCell numeric>{t('members.list.wallet')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('members.list.actions')}</span>
          </HeadCell>
        </Row>
      </TableHead>
      <TableBody>
        {invitations.map((invitation) => (
          <Row key={invitation.id}>
            <Cell className={REST}>
              <span className="flex min-w-0 items-center gap-3">
                <span className="grid size-7 flex-none place-items-center rounded-full border border-edge border-dashed text-ink-3">
                  <Mail className="size-3.5" aria-hidden="true" />
                </span>
                <span className="grid min-w-0">
                  <span className="truncate text-ink-2">{invitation.email}</span>
                  <span className="text-12 text-ink-3 @[52rem]:hidden">
                    <InvitationState invitation={invitation} />
                  </span>
                </span>
              </span>
            </Cell>
            <Cell phone="hide" className={WIDE}>
              <RoleBadge role={invitation.role} />
            </Cell>
            <Cell phone="hide" />
            <Cell phone="hide" className={cn('text-ink-2', WIDE)}>
              <InvitationState invitation={invitation} />
            </Cell>
            <Cell numeric className="text-ink-2">
              {invitation.credits > 0 && invitation.status === 'pending' && (
                <>
                  <CreditAmount amount={invitation.credits} />
                  <span className="@max-[52rem]:sr-only">{t('members.list.promised')}</span>
                </>
              )}
            </Cell>
            <Cell phone="wide">
              <InvitationRowActions slug={slug} invitation={invitation} />
            </Cell>
          </Row>
        ))}
        {members.map((member) => (
          <Row key={member.id} className="narrow:grid-cols-[minmax(0,1fr)_auto_auto]">
            <Cell className={cn('narrow:col-span-2', REST)}>
              <span className="flex min-w-0 items-center gap-3">
                <Avatar name={member.name} />
                <span className="grid min-w-0 py-1.5 narrow:py-0">
                  <span className="truncate font-medium">
                    {member.name}
                    {member.mine && <span className="font-normal text-ink-3">{t('members.list.you')}</span>}
                  </span>
                  <span className="truncate text-12 text-ink-3">{member.email}</span>
                  <span className="text-12 text-ink-3 @[52rem]:hidden">
                    {member.role === 'member'
                      ? t(`members.step.${member.progress}`)
                      : t(`members.stepAs.${member.role}`, { step: t(`members.step.${member.progress}`) })}
                  </span>
                </span>
              </span>
            </Cell>
            <Cell phone="hide" className={WIDE}>
              <RoleBadge role={member.role} />
            </Cell>
            {/* On a phone below the name, in one line with the actions, which reach below it: a long address has the room. */}
            <Cell className="narrow:order-1 narrow:min-w-0">
              <DepartmentDialog slug={slug} member={member} departments={departments} />
            </Cell>
            <Cell phone="hide" className={cn('text-ink-2', WIDE)}>
              {t(`members.step.${member.progress}`)}
            </Cell>
            <Cell numeric>
              <CreditAmount amount={member.free} />
              {member.held > 0 && (
                <span className="ml-2">
                  <CreditAmount amount={member.held} held />
                </span>
              )}
            </Cell>
            <Cell className="narrow:order-1 narrow:col-span-2">
              {member.mayChange && <MemberRowActions slug={slug} member={member} roles={roles} />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function InvitationState({ invitation }: { invitation: MembersPage['invitations'][number] }) {
  const { t, rich } = useTexts();
  if (invitation.status === 'expired') return <Badge tone="warn">{t('members.list.expired')}</Badge>;
  return rich('members.list.invitedUntil', {
    date: () => <Time value={invitation.expiresAt} style="date" />,
  });
}

function RoleBadge({ role }: { role: Role }) {
  const { t } = useTexts();
  const name = t(`members.role.${role}`);
  return role === 'member' ? <span className="text-ink-2">{name}</span> : <Badge>{name}</Badge>;
}
