/** Pure decisions about teams and invitations. */
import { formatCredits } from '@/lib/money';
import { DAY, plus } from '@/lib/time';

export const FREE_CREDITS = 3;
export const INVITATION_DAYS = 7;

const MAX_SLUG = 40;

/** "Müller & Söhne" → "muller-sohne"; names without a Latin letter or digit get "team". */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug || 'team';
}

export function invitationExpiry(now: Date): Date {
  return plus(now, INVITATION_DAYS * DAY);
}

/** Addresses out of pasted text: lines, commas, semicolons, `Name <address>`. Order kept; what is no address stays one row. */
export function splitEmails(pasted: string): string[] {
  return pasted
    .split(/[\n,;]+/)
    .flatMap(addressesIn)
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
}

function addressesIn(part: string): string[] {
  const named = /<([^<>]+)>/.exec(part)?.[1];
  if (named) return [named];
  const words = part.trim().split(/\s+/);
  return words.every((word) => word.includes('@')) ? words : [part];
}

export type MyProgress = {
  consented: boolean;
  photosReady: boolean;
  /** In the set that is still open. */
  usablePhotos: number;
  runningId: string | null;
  pictures: number;
};

export type NextStep = {
  /** 0-based position among the steps of getting a headshot; null when nothing is left to do. */
  at: 0 | 1 | 2 | null;
  title: string;
  text: string;
  action: { label: string; path: string };
};

/** The one next thing a member does; `path` is below the team's address. */
export function memberNextStep(my: MyProgress, free: number): NextStep {
  if (my.runningId) {
    const action = { label: 'Watch them develop', path: `/headshots/${my.runningId}` };
    return {
      at: 2,
      title: 'Your pictures are being made',
      text: 'You can leave; a notice tells when they are there.',
      action,
    };
  }
  if (my.pictures > 0) {
    const action =
      free > 0
        ? { label: 'Make more', path: '/headshots/new' }
        : { label: 'My headshots', path: '/headshots' };
    return {
      at: null,
      title: 'Your headshots are ready',
      text: free > 0 ? 'Open one to download it, or try another style.' : 'Open one to download it.',
      action,
    };
  }
  if (!my.consented) {
    const action = { label: 'Start', path: '/headshots/new' };
    return {
      at: 0,
      title: 'Get your headshot',
      text: 'Read what happens to your photos, then add 6–14 selfies. About five minutes.',
      action,
    };
  }
  if (!my.photosReady) {
    const have = my.usablePhotos > 0 ? `You have ${my.usablePhotos} of 6–14. ` : '';
    const action = { label: my.usablePhotos > 0 ? 'Go on' : 'Add selfies', path: '/headshots/new' };
    return { at: 1, title: 'Add your selfies', text: `${have}Each one is checked as it arrives.`, action };
  }
  const action = { label: 'Choose a style', path: '/headshots/new' };
  return {
    at: 2,
    title: 'Choose a style',
    text: 'Your photos are ready. You see the price before anything is charged.',
    action,
  };
}

export type TeamFacts = {
  /** Credits that ever came in. */
  issued: number;
  pool: number;
  members: number;
  invited: number;
  withoutCredits: number;
  /** Credits owed after a disputed payment: nobody can start until they are repaid. */
  owed: number;
  /** People who asked for credits and wait for an answer. */
  requests: number;
};

/** What an admin does next for the team: repay, buy, answer, invite, hand out; null when all of it is done. */
export function adminNextStep(team: TeamFacts): Omit<NextStep, 'at'> | null {
  if (team.owed > 0) {
    const action = { label: 'Buy credits', path: '/credits/buy' };
    const text = 'A disputed payment was taken back. Nobody can start headshots until this is repaid.';
    return { title: `The team owes ${formatCredits(team.owed)}`, text, action };
  }
  if (team.issued <= FREE_CREDITS) {
    const action = { label: 'Buy credits', path: '/credits/buy' };
    return {
      title: 'Buy credits for the team',
      text: 'One pack pays for everybody. A standard picture is 1 credit.',
      action,
    };
  }
  if (team.requests > 0) {
    const people = team.requests === 1 ? '1 person asks' : `${team.requests} people ask`;
    const action = { label: 'Answer', path: '/credits#requests' };
    return { title: `${people} for credits`, text: `The pool has ${team.pool}.`, action };
  }
  if (team.members + team.invited <= 1) {
    const action = { label: 'Invite people', path: '/members' };
    return { title: 'Invite your team', text: 'Paste their addresses. They need no password.', action };
  }
  if (team.pool > 0 && team.withoutCredits > 0) {
    const people = team.withoutCredits === 1 ? '1 person has' : `${team.withoutCredits} people have`;
    const action = { label: 'Give credits', path: '/credits' };
    const text = `${people} no credits yet. The pool has ${team.pool}.`;
    return { title: 'Hand out credits', text, action };
  }
  return null;
}
