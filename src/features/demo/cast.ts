/** Who is in the demo team, and how far each has come. The faces are the licensed portraits of docs/credits.md; the names are invented. */
import type { Role } from '@/lib/permissions';

/** Whole days before the demo team is made, and the time of that day, UTC: an afternoon in Europe, a morning in America. */
export type When = { daysAgo: number; at: `${number}:${number}` };

/** One finished generation: what was drawn for it lies in `recorded/`. */
export type Shoot = {
  style: string;
  /** Pictures that were accepted; the files are `<portrait>-<style>-<number>.jpg`. */
  accepted: number;
  /** Credits of one picture. */
  priceEach: number;
  /** Pictures that did not look enough like the person: not charged. */
  unlike: number;
  when: When;
  /** Numbers of pictures that are favourites. */
  favourites: readonly number[];
};

export type Part = {
  name: string;
  role: Role;
  portrait: 'fezbot' | 'ali-pazani' | 'christian' | 'team-4' | null;
  department: string | null;
  joined: When;
  /** Credits from the pool, given soon after. */
  credits: number;
  shoots: readonly Shoot[];
  /** Checked selfies are there, so that a picture is made at a press. */
  hasPhotos?: true;
  /** Credits they ask for, and why. */
  asksFor?: { amount: number; note: string; when: When };
};

export const TEAM_NAME = 'Lindqvist & Co';
/** Credits that the team begins with. */
export const POOL = 100;

export const OWNER: Part = {
  name: 'Mara Lindqvist',
  role: 'owner',
  portrait: 'fezbot',
  department: 'Management',
  joined: { daysAgo: 18, at: '13:05' },
  credits: 12,
  shoots: [
    {
      style: 'corporate',
      accepted: 2,
      priceEach: 1,
      unlike: 0,
      when: { daysAgo: 12, at: '14:03' },
      favourites: [1],
    },
    {
      style: 'linkedin',
      accepted: 2,
      priceEach: 1,
      unlike: 0,
      when: { daysAgo: 5, at: '15:11' },
      favourites: [],
    },
  ],
};

/** The member one can be: with pictures, and with photos and credits for more. */
export const MEMBER: Part = {
  name: 'Aylin Rahimi',
  role: 'member',
  portrait: 'ali-pazani',
  department: 'Sales',
  joined: { daysAgo: 15, at: '14:40' },
  credits: 8,
  shoots: [
    {
      style: 'corporate',
      accepted: 2,
      priceEach: 1,
      unlike: 0,
      when: { daysAgo: 2, at: '15:22' },
      favourites: [2],
    },
  ],
  hasPhotos: true,
};

export const OTHERS: readonly Part[] = [
  {
    name: 'Tessa Moreau',
    role: 'admin',
    portrait: 'team-4',
    department: 'People',
    joined: { daysAgo: 17, at: '14:15' },
    credits: 3,
    shoots: [
      {
        style: 'casual-professional',
        accepted: 2,
        priceEach: 1,
        unlike: 1,
        when: { daysAgo: 10, at: '13:48' },
        favourites: [],
      },
    ],
  },
  {
    name: 'Christian Weber',
    role: 'member',
    portrait: 'christian',
    department: 'Engineering',
    joined: { daysAgo: 16, at: '13:32' },
    credits: 2,
    shoots: [
      {
        style: 'tech',
        accepted: 2,
        priceEach: 1,
        unlike: 0,
        when: { daysAgo: 8, at: '15:05' },
        favourites: [1],
      },
    ],
    asksFor: { amount: 4, note: 'One more set for the conference page.', when: { daysAgo: 1, at: '14:26' } },
  },
  {
    name: 'Jonas Pohl',
    role: 'member',
    portrait: null,
    department: 'Engineering',
    joined: { daysAgo: 16, at: '15:02' },
    credits: 5,
    shoots: [],
  },
];

/** Invited, and not there yet. */
export const INVITED: { name: string; credits: number; when: When } = {
  name: 'noor',
  credits: 5,
  when: { daysAgo: 1, at: '13:57' },
};

/** Taken back from somebody who had more than they need, so that the statement shows it. */
export const TAKEN_BACK: { from: string; amount: number; when: When } = {
  from: 'Jonas Pohl',
  amount: 2,
  when: { daysAgo: 6, at: '14:40' },
};
