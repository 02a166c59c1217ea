/** Who is in the demo team, and how far each has come. The faces are the licensed portraits of docs/credits.md; the names are invented. */
import type { Role } from '@/lib/permissions';

/** One finished generation: what was drawn for it lies in `recorded/`. */
export type Shoot = {
  style: string;
  /** Pictures that were accepted; the files are `<portrait>-<style>-<number>.jpg`. */
  accepted: number;
  /** Credits of one picture. */
  priceEach: number;
  /** Pictures that did not look enough like the person: not charged. */
  unlike: number;
  daysAgo: number;
  /** Numbers of pictures that are favourites. */
  favourites: readonly number[];
};

export type Part = {
  name: string;
  role: Role;
  portrait: 'fezbot' | 'ali-pazani' | 'christian' | 'team-4' | null;
  department: string | null;
  /** Credits from the pool. */
  credits: number;
  shoots: readonly Shoot[];
  /** Checked selfies are there, so that a picture is made at a press. */
  hasPhotos?: true;
  /** Credits they ask for, and why. */
  asksFor?: { amount: number; note: string };
};

export const TEAM_NAME = 'Lindqvist & Co';
/** Credits that the team begins with. */
export const POOL = 100;

export const OWNER: Part = {
  name: 'Mara Lindqvist',
  role: 'owner',
  portrait: 'fezbot',
  department: 'Management',
  credits: 12,
  shoots: [
    { style: 'corporate', accepted: 2, priceEach: 1, unlike: 0, daysAgo: 6, favourites: [1] },
    { style: 'linkedin', accepted: 2, priceEach: 1, unlike: 0, daysAgo: 2, favourites: [] },
  ],
};

/** The member one can be: with pictures, and with photos and credits for more. */
export const MEMBER: Part = {
  name: 'Aylin Rahimi',
  role: 'member',
  portrait: 'ali-pazani',
  department: 'Sales',
  credits: 8,
  shoots: [{ style: 'corporate', accepted: 2, priceEach: 1, unlike: 0, daysAgo: 1, favourites: [2] }],
  hasPhotos: true,
};

export const OTHERS: readonly Part[] = [
  {
    name: 'Tessa Moreau',
    role: 'admin',
    portrait: 'team-4',
    department: 'People',
    credits: 3,
    shoots: [
      { style: 'casual-professional', accepted: 2, priceEach: 1, unlike: 1, daysAgo: 4, favourites: [] },
    ],
  },
  {
    name: 'Christian Weber',
    role: 'member',
    portrait: 'christian',
    department: 'Engineering',
    credits: 2,
    shoots: [{ style: 'tech', accepted: 2, priceEach: 1, unlike: 0, daysAgo: 3, favourites: [1] }],
    asksFor: { amount: 4, note: 'One more set for the conference page.' },
  },
  {
    name: 'Jonas Pohl',
    role: 'member',
    portrait: null,
    department: 'Engineering',
    credits: 5,
    shoots: [],
  },
];

/** Invited, and not there yet. */
export const INVITED = { name: 'noor', credits: 5 };

/** Taken back from somebody who had more than they need, so that the statement shows it. */
export const TAKEN_BACK = { from: 'Jonas Pohl', amount: 2 };
