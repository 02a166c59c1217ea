import Form from 'next/form';
import { useTexts } from '#use-texts';
import { EmptyPicture, EmptyTeam } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import type { Texts } from '@/texts/make-texts';
import type { MembersPage } from '../member-loaders';
import { DepartmentFilter } from './department-filter';
import { InviteDialog } from './invite-dialog';
import { MemberTable } from './member-table';

/** Who is in the team, who is invited, how far each is. */
export function MembersView({ view }: { view: MembersPage }) {
  const { t } = useTexts();
  const { slug, members, invitations, search, department, departments, count, pool, roles } = view;
  const alone = count.members <= 1 && invitations.length === 0 && !search && !department;
  const invite = <InviteDialog slug={slug} pool={pool} roles={roles} primary />;
  const nobody = members.length === 0 && invitations.length === 0;
  return (
    <>
      <LiveRefresh team={slug} types={['members.changed', 'balance.changed']} />
      <PageHead title={t('members.list.title')} actions={!alone && invite} />
      {alone && (
        <EmptyState
          light
          drawing={<EmptyTeam />}
          title={t('members.list.alone')}
          action={invite}
          className="mb-6"
        >
          {t('members.list.aloneHint')}
        </EmptyState>
      )}
      <Card>
        <CardHead
          title={
            <>
              {t('members.list.people')}{' '}
              <span className="ml-1 font-normal text-14 text-ink-2">
                {count.invited > 0
                  ? t('members.list.joinedAndInvited', { count: count.members, invited: count.invited })
                  : t('members.list.joined', { count: count.members })}
              </span>
            </>
          }
        >
          {!alone && (
            <search className="phone:grow">
              <Form action={`/teams/${slug}/members`} scroll={false} className="flex gap-2 phone:grid">
                <SearchField name="search" label={t('members.list.find')} defaultValue={search} />
                {departments.length > 0 && <DepartmentFilter departments={departments} chosen={department} />}
              </Form>
            </search>
          )}
        </CardHead>
        {nobody ? (
          <EmptyState
            drawing={<EmptyPicture />}
            title={t('members.list.nobody')}
            action={<ButtonLink href={`/teams/${slug}/members`}>{t('members.list.showAll')}</ButtonLink>}
          >
            {nobodySentence(search, department, t)}
          </EmptyState>
        ) : (
          <MemberTable view={view} />
        )}
        {count.members > 1 && (
          <CardFoot>
            <span>{t('members.list.foot', { photos: count.photos, pictures: count.pictures })}</span>
          </CardFoot>
        )}
      </Card>
      <Pagination
        newerHref={view.firstHref ?? undefined}
        newerLabel={t('members.list.first')}
        olderHref={view.nextHref ?? undefined}
        olderLabel={t('members.list.next')}
      />
    </>
  );
}

function nobodySentence(search: string, department: string, t: Texts['t']): string {
  if (search && department) return t('members.list.noMatchIn', { search, department });
  if (search) return t('members.list.noMatch', { search });
  return department ? t('members.list.nobodyIn', { department }) : t('members.list.nobodyAtAll');
}
