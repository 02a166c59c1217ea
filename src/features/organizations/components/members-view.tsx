import Form from 'next/form';
import { EmptyPicture, EmptyTeam } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import type { MembersPage } from '../member-loaders';
import { DepartmentFilter } from './department-filter';
import { InviteDialog } from './invite-dialog';
import { MemberTable } from './member-table';

/** Who is in the team, who is invited, how far each is. */
export function MembersView({ view }: { view: MembersPage }) {
  const { slug, members, invitations, search, department, departments, count, pool, roles } = view;
  const alone = count.members <= 1 && invitations.length === 0 && !search && !department;
  const invite = <InviteDialog slug={slug} pool={pool} roles={roles} primary />;
  const nobody = members.length === 0 && invitations.length === 0;
  return (
    <>
      <LiveRefresh team={slug} types={['members.changed', 'balance.changed']} />
      <PageHead title="Members" actions={!alone && invite} />
      {alone && (
        <EmptyState light drawing={<EmptyTeam />} title="Only you so far" action={invite} className="mb-6">
          Paste the addresses of your colleagues. Each gets a link, joins from a phone and needs no password.
        </EmptyState>
      )}
      <Card>
        <CardHead
          title={
            <>
              People{' '}
              <span className="ml-1 font-normal text-14 text-ink-2">
                {count.members} joined{count.invited > 0 && `, ${count.invited} invited`}
              </span>
            </>
          }
        >
          {!alone && (
            <search className="phone:grow">
              <Form
                action={`/teams/${slug}/members`}
                scroll={false}
                className="flex gap-2 phone:grid phone:grid-cols-[1fr_auto]"
              >
                <SearchField name="search" label="Find a person" defaultValue={search} />
                {departments.length > 0 && <DepartmentFilter departments={departments} chosen={department} />}
              </Form>
            </search>
          )}
        </CardHead>
        {nobody ? (
          <EmptyState
            drawing={<EmptyPicture />}
            title="Nobody found"
            action={<ButtonLink href={`/teams/${slug}/members`}>Show everybody</ButtonLink>}
          >
            {search ? <>No name or address contains “{search}”</> : 'Nobody'}
            {department && ` in ${department}`}.
          </EmptyState>
        ) : (
          <MemberTable view={view} />
        )}
        {count.members > 1 && (
          <CardFoot>
            <span>
              {count.photos} with photos ready, {count.pictures} with pictures
            </span>
          </CardFoot>
        )}
      </Card>
      <Pagination
        newerHref={view.firstHref ?? undefined}
        newerLabel="First"
        olderHref={view.nextHref ?? undefined}
        olderLabel="Next"
      />
    </>
  );
}
