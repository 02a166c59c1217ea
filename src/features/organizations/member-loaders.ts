import { requireTeamPage, requireTeamPageFor } from '@/auth/page';
import { findMyWallet, getOverview, getOwed } from '@/features/credits/queries';
import { countOpenRequests } from '@/features/credits/request-queries';
import type { Overview } from '@/features/credits/rules';
import { listDepartments } from '@/features/credits/usage-queries';
import { ID_CURSOR } from '@/lib/cursor-input';
import { mayGrantRole, ROLES, roleMay } from '@/lib/permissions';
import { pageTexts } from '@/texts/page-texts';
import { getMyProgress, type LatestPicture, listMyLatestPictures } from './home-queries';
import { type InvitationLine, listInvitations } from './list-invitations';
import { countProgress, listMembers, type MemberLine, type Progress } from './list-members';
import { adminNextStep, type MyProgress, memberNextStep, type NextStep } from './rules';

type Params = Promise<{ slug: string }>;
type Search = Promise<Record<string, string | string[] | undefined>>;

const PAGE = 50;

export type MembersPage = {
  slug: string;
  members: (MemberLine & { mine: boolean; mayChange: boolean })[];
  invitations: InvitationLine[];
  search: string;
  /** The one that is shown, and all there are. */
  department: string;
  departments: string[];
  firstHref: string | null;
  nextHref: string | null;
  count: Progress;
  pool: number;
  /** The roles this person may give. */
  roles: MemberLine['role'][];
};

/** The members page; for those who may not manage members it does not exist. */
export async function loadMembers(params: Params, searchParams: Search): Promise<MembersPage> {
  const ctx = await requireTeamPageFor((await params).slug, 'members:read');
  const query = await searchParams;
  const search = typeof query.search === 'string' ? query.search.slice(0, 100) : '';
  const department = typeof query.department === 'string' ? query.department.slice(0, 100) : '';
  const cursor = typeof query.after === 'string' && ID_CURSOR.test(query.after) ? query.after : undefined;
  const [page, open, count, overview, departments] = await Promise.all([
    listMembers(ctx, { search, department, cursor, limit: PAGE }),
    listInvitations(ctx, { search, limit: 100 }),
    countProgress(ctx),
    getOverview(ctx),
    listDepartments(ctx),
  ]);
  const find = new URLSearchParams({ ...(search ? { search } : {}), ...(department ? { department } : {}) });
  const next = new URLSearchParams(find);
  if (page.nextCursor) next.set('after', page.nextCursor);
  return {
    slug: ctx.team.slug,
    members: page.members.map((row) => ({
      ...row,
      mine: row.id === ctx.actor.memberId,
      mayChange: row.id !== ctx.actor.memberId && mayGrantRole(ctx.actor.role, row.role),
    })),
    // Invited people have no department yet.
    invitations: cursor || department ? [] : open.invitations,
    search,
    department,
    departments,
    firstHref: cursor ? `?${find}` : null,
    nextHref: page.nextCursor ? `?${next}` : null,
    count,
    pool: overview.pool,
    roles: ROLES.filter((role) => mayGrantRole(ctx.actor.role, role)).toReversed(),
  };
}

export type HomePage = {
  slug: string;
  team: string;
  name: string;
  my: MyProgress;
  step: NextStep;
  free: number;
  /** What the team owes, and who reads it. */
  debt: { owed: number; reader: 'alone' | 'buyer' | 'member' };
  latest: LatestPicture[];
  /** For those who run a team of more than one. */
  admin: null | {
    step: Omit<NextStep, 'at'> | null;
    count: Progress;
    overview: Overview;
    /** ISO 8601: the balances were added up then. */
    checkedAt: string;
  };
};

export async function loadHome(params: Params): Promise<HomePage> {
  const ctx = await requireTeamPage((await params).slug);
  const texts = await pageTexts();
  const runs = roleMay(ctx.actor.role, 'members:read') && ctx.team.kind === 'team';
  const [my, wallet, owed, latest, count, overview, requests] = await Promise.all([
    getMyProgress(ctx),
    findMyWallet(ctx),
    getOwed(ctx),
    listMyLatestPictures(ctx),
    runs ? countProgress(ctx) : null,
    runs ? getOverview(ctx) : null,
    runs ? countOpenRequests(ctx) : 0,
  ]);
  return {
    slug: ctx.team.slug,
    team: ctx.team.name,
    name: ctx.user.name,
    my,
    step: memberNextStep(my, wallet.free, texts),
    free: wallet.free,
    debt: {
      owed,
      reader:
        ctx.team.kind === 'solo' ? 'alone' : roleMay(ctx.actor.role, 'billing:buy') ? 'buyer' : 'member',
    },
    latest,
    admin:
      count && overview
        ? {
            step: adminNextStep({ ...count, ...overview, requests }, texts),
            count,
            overview,
            checkedAt: new Date().toISOString(),
          }
        : null,
  };
}
