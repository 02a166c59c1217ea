/** What people are told about, and what of it they may switch off. Plain data, safe in the browser. */

/** `choice`: the person decides. `always`: duties about money, deletion and security. `never`: not told this way. */
export type Telling = 'choice' | 'always' | 'never';

export type KindInfo = {
  label: string;
  what: string;
  inApp: Telling;
  email: Telling;
  /** Only those who run a team are ever told. */
  admins?: true;
};

const KINDS = {
  pictures: {
    label: 'My pictures',
    what: 'They are ready, or could not be made.',
    inApp: 'choice',
    email: 'choice',
  },
  credits: {
    label: 'My requests for credits',
    what: 'Somebody answered.',
    inApp: 'choice',
    email: 'never',
  },
  deletion: {
    label: 'Deletion',
    what: 'A picture or a set of photos reaches its last day.',
    inApp: 'always',
    email: 'always',
  },
  security: {
    label: 'Signing in',
    what: 'Your password, passkeys or two-step sign-in changed; links to sign in.',
    inApp: 'never',
    email: 'always',
  },
  'credit-requests': {
    label: 'Requests for credits',
    what: 'Somebody in a team that you run asks for credits.',
    inApp: 'choice',
    email: 'choice',
    admins: true,
  },
  members: {
    label: 'People',
    what: 'Somebody joined, was removed, or asks for a new invitation.',
    inApp: 'choice',
    email: 'never',
    admins: true,
  },
  balance: {
    label: 'Low balance',
    what: 'The team has fewer credits left than you set on the billing page.',
    inApp: 'choice',
    email: 'choice',
    admins: true,
  },
  money: {
    label: 'Payments and plans',
    what: 'Receipts, refunds, failed payments, changes of the plan.',
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
