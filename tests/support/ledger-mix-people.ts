/** What people do with each other while credits move: ask and answer, invite and join, go. */
import { desc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { approveRequest } from '@/features/credits/approve-request';
import { requestCredits } from '@/features/credits/request-credits';
import { acceptInvitation } from '@/features/organizations/accept-invitation';
import { inviteMembers } from '@/features/organizations/invite-members';
import { leaveTeam } from '@/features/organizations/leave-team';
import { removeMember } from '@/features/organizations/remove-member';
import { revokeInvitation } from '@/features/organizations/revoke-invitation';
import type { TestMember } from './factories';
import { type Answer, type Maker, type MixWorld, moves } from './ledger-mix-operations';

export function peopleMakers({ team, people, random }: MixWorld): Maker[] {
  const { admin } = team;
  // A quarter of the people go, so that most of what is done to the others still works.
  const goers = people.slice(0, Math.ceil(people.length / 4));
  const amount = () => random.int(1, 6);
  return [
    () => {
      const asker = random.pick(people);
      const wanted = amount();
      return {
        kind: 'ask, approve',
        run: once(async () => {
          const { requestId } = await requestCredits(asker.ctx, { amount: wanted });
          // Two admins at once, with the same answer.
          const [first, second] = await Promise.all(
            [team.owner, admin].map(({ ctx }) => approveRequest(ctx, { requestId })),
          );
          expect(second).toEqual(first);
          return moves(requestId);
        }),
      };
    },
    (key) => {
      const email = `${key}@example.test`;
      const credits = amount();
      const joins = random.chance(0.7);
      return {
        kind: joins ? 'invite, join' : 'invite, revoke',
        run: once(async () => {
          const [made] = await inviteMembers(admin.ctx, { emails: [email], credits });
          const invitationId = made?.id ?? '';
          if (joins) await joinOnce(admin.ctx.db, email);
          else await revokeInvitation(admin.ctx, { invitationId });
          return moves(invitationId);
        }),
      };
    },
    () => {
      const goer = random.pick(goers);
      const alone = random.chance(0.5);
      return {
        kind: alone ? 'leave' : 'remove',
        key: `go-${goer.memberId}`,
        run: once(async () => {
          await go(goer, alone);
          return moves(goer.memberId);
        }),
      };
    },
  ];

  function go({ ctx, memberId }: TestMember, alone: boolean): Promise<void> {
    return alone ? leaveTeam(ctx) : removeMember(admin.ctx, { memberId });
  }
}

/** A person's click is not sent again by a machine: who asks for it again gets the first answer. */
function once(work: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}

/** The link of the mail, opened twice at once: one joins. */
async function joinOnce(db: Db, email: string): Promise<void> {
  const [row] = await db.select().from(mail).where(eq(mail.recipient, email)).orderBy(desc(mail.id)).limit(1);
  const token = /\/invitations\/([\w-]{43})"/.exec(row?.html ?? '')?.[1] ?? '';
  const both = await Promise.allSettled(
    [1, 2].map(() => acceptInvitation(db, token, { name: 'Somebody new' })),
  );
  const failed = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(failed).toMatchObject([{ code: 'gone' }]);
}
