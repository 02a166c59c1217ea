/** What becomes of a team when one of its people deletes their account. Pure, safe in a browser. */
import type { Role } from '@/lib/permissions';

export type TeamAtEnd = {
  id: string;
  name: string;
  slug: string;
  memberId: string;
  role: Role;
  /** Its members, the person among them. */
  people: number;
  /** Unspent credits of the whole team, those in the person's own wallet, and whether any were ever paid for. */
  credits: number;
  ownCredits: number;
  paid: boolean;
  /** The plan that runs. */
  plan: 'plus' | 'pro' | null;
  /** `leave`: it goes on without the person; `end`: they are alone in it; `blocked`: others are in it, and no other owner. */
  end: 'leave' | 'end' | 'blocked';
};

export function endOf(team: { role: Role; people: number; owners: number }): TeamAtEnd['end'] {
  if (team.people <= 1) return 'end';
  return team.role === 'owner' && team.owners <= 1 ? 'blocked' : 'leave';
}

/** Credits that were paid for and can be used by nobody afterwards: the person says that they give them up. */
export function creditsGivenUp(teams: readonly TeamAtEnd[]): number {
  return teams
    .filter(({ end, paid }) => end === 'end' && paid)
    .reduce((sum, { credits }) => sum + credits, 0);
}

/** Addresses are kept in lower case; people type them as they like. */
export function isSameAddress(typed: string, email: string): boolean {
  return typed.trim().toLowerCase() === email.toLowerCase();
}
