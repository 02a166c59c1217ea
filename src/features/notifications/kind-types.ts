/** What people are told about, and what of it they may switch off. Plain data, safe in the browser. */

/** `choice`: the person decides. `always`: duties about money, deletion and security. `never`: not told this way. */
export type Telling = 'choice' | 'always' | 'never';

export type KindInfo = {
  inApp: Telling;
  email: Telling;
  /** Only those who run a team are ever told. */
  admins?: true;
};

const KINDS = {
  pictures: {
    inApp: 'choice',
    email: 'choice',
  },
  credits: {
    inApp: 'choice',
    email: 'never',
  },
  deletion: {
    inApp: 'always',
    email: 'always',
  },
  security: {
    inApp: 'never',
    email: 'always',
  },
  'credit-requests': {
    inApp: 'choice',
    email: 'choice',
    admins: true,
  },
  members: {
    inApp: 'choice',
    email: 'never',
    admins: true,
  },
  balance: {
    inApp: 'choice',
    email: 'choice',
    admins: true,
  },
  money: {
    inApp: 'always',
    email: 'always',
    admins: true,
  },
} as const satisfies Record<string, KindInfo>;

export type NoticeKind = keyof typeof KINDS;

export const NOTICE_KINDS: Record<NoticeKind, KindInfo> = KINDS;

export const KIND_NAMES = Object.keys(KINDS) as NoticeKind[];

/** What a person chose; both true until they choose. */
export type Preference = { inApp: boolean; email: boolean };

export type Preferences = Record<NoticeKind, Preference>;
