/** Pure decisions about teams and invitations. */
import { DAY, plus } from '@/lib/time';
import type { Texts } from '@/texts/make-texts';

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
export function memberNextStep(my: MyProgress, free: number, { t }: Texts): NextStep {
  if (my.runningId) {
    return {
      at: 2,
      title: t('members.next.running.title'),
      text: t('members.next.running.text'),
      action: { label: t('members.next.running.action'), path: `/headshots/${my.runningId}` },
    };
  }
  if (my.pictures > 0) {
    const title = t('members.next.ready.title');
    return free > 0
      ? {
          at: null,
          title,
          text: t('members.next.ready.textMore'),
          action: { label: t('members.next.ready.more'), path: '/headshots/new' },
        }
      : {
          at: null,
          title,
          text: t('members.next.ready.text'),
          action: { label: t('members.next.ready.mine'), path: '/headshots' },
        };
  }
  if (!my.consented) {
    return {
      at: 0,
      title: t('members.next.consent.title'),
      text: t('members.next.consent.text'),
      action: { label: t('members.next.consent.action'), path: '/headshots/new' },
    };
  }
  if (!my.photosReady) {
    const label = t(my.usablePhotos > 0 ? 'members.next.photos.goOn' : 'members.next.photos.add');
    return {
      at: 1,
      title: t('members.next.photos.title'),
      text: t('members.next.photos.text', { usable: my.usablePhotos }),
      action: { label, path: '/headshots/new' },
    };
  }
  return {
    at: 2,
    title: t('members.next.style.title'),
    text: t('members.next.style.text'),
    action: { label: t('members.next.style.action'), path: '/headshots/new' },
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
export function adminNextStep(team: TeamFacts, { t }: Texts): Omit<NextStep, 'at'> | null {
  const { pool } = team;
  if (team.owed > 0) {
    return {
      title: t('members.nextOfTeam.owed.title', { credits: team.owed }),
      text: t('members.nextOfTeam.owed.text'),
      action: { label: t('members.nextOfTeam.buy.action'), path: '/credits/buy' },
    };
  }
  if (team.issued <= FREE_CREDITS) {
    return {
      title: t('members.nextOfTeam.buy.title'),
      text: pool > 0 ? t('members.nextOfTeam.buy.textTry', { free: pool }) : t('members.nextOfTeam.buy.text'),
      action: { label: t('members.nextOfTeam.buy.action'), path: '/credits/buy' },
    };
  }
  if (team.requests > 0) {
    return {
      title: t('members.nextOfTeam.requests.title', { count: team.requests }),
      text: t('members.nextOfTeam.requests.text', { pool }),
      action: { label: t('members.nextOfTeam.requests.action'), path: '/credits#requests' },
    };
  }
  if (team.members + team.invited <= 1) {
    return {
      title: t('members.nextOfTeam.invite.title'),
      text: t('members.nextOfTeam.invite.text'),
      action: { label: t('members.nextOfTeam.invite.action'), path: '/members' },
    };
  }
  if (pool > 0 && team.withoutCredits > 0) {
    return {
      title: t('members.nextOfTeam.give.title'),
      text: t('members.nextOfTeam.give.text', { count: team.withoutCredits, pool }),
      action: { label: t('members.nextOfTeam.give.action'), path: '/credits' },
    };
  }
  return null;
}
