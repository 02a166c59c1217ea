/**
 * What becomes of every table and every stored file. A test fails when something exists that is not listed here, so that a
 * new table cannot appear without a decision.
 */
import type { BlobPrefix } from '@/adapters/blob/blob';

export type DataRule = {
  /** `schedule`: goes by time; `request`: goes when its person deletes it; `keep`: stays, and why; `expire`: goes when used up. */
  rule: 'schedule' | 'request' | 'keep' | 'expire';
  /** Whether rows say something about a person. */
  personal: boolean;
  why: string;
};

export const TABLE_RULES: Record<string, DataRule> = {
  photo_set: {
    rule: 'schedule',
    personal: true,
    why: 'Deleted as a whole the set number of days after its last upload; an empty row stays because generations name it.',
  },
  photo: {
    rule: 'schedule',
    personal: true,
    why: 'Goes with its set or by itself on request: files first, then the row with its measurements and encrypted embedding.',
  },
  upload_handover: {
    rule: 'expire',
    personal: true,
    why: 'Which phone may add photos for whom, for minutes; gone a day later.',
  },
  direct_upload: {
    rule: 'expire',
    personal: true,
    why: 'Which file a browser may send past us for whom; gone an hour later, with whatever was sent.',
  },
  generation: {
    rule: 'schedule',
    personal: true,
    why: 'Hidden on request or when its pictures go; the row stays without pictures because credits were charged for it.',
  },
  picture: {
    rule: 'schedule',
    personal: true,
    why: 'Goes after the days of the team’s tier, a week after a warning, or on request: files first, then the row.',
  },
  picture_version: {
    rule: 'schedule',
    personal: true,
    why: 'Saved edits of a picture; go with it, the oldest also when there are more than twenty: files first, then the row.',
  },
  picture_link: {
    rule: 'expire',
    personal: true,
    why: 'Which picture its person lets others see, and until when; goes when they end it, with the picture, or 30 days after its end.',
  },
  backdrop: {
    rule: 'request',
    personal: true,
    why: 'Pictures a member brought along; go when they remove them, or at once when they left the team: files first, then the row.',
  },
  picture_print: {
    rule: 'schedule',
    personal: true,
    why: 'Hashes of a picture’s files, by which a copy is known to be ours; say nothing of who is in it and go with the picture.',
  },
  generation_transition: {
    rule: 'keep',
    personal: false,
    why: 'States and times of generations; names no person.',
  },
  picture_verdict: {
    rule: 'keep',
    personal: true,
    why: 'Which picture was said to be its person or not, and what came back for it: ids and numbers, for as long as the charge is kept.',
  },
  staff_flag: {
    rule: 'keep',
    personal: true,
    why: 'That somebody had many charges returned at once, by id; for staff.',
  },
  engine_call: {
    rule: 'keep',
    personal: false,
    why: 'What engines were asked, how long it took and what it cost; names people by nothing.',
  },
  generation_turn: { rule: 'keep', personal: false, why: 'Whose turn it is in the queue; names no person.' },
  engine_circuit: { rule: 'keep', personal: false, why: 'Which engines are being left alone.' },
  consent: {
    rule: 'keep',
    personal: true,
    why: 'Proof that processing was agreed to, and when that ended.',
  },
  deletion_request: {
    rule: 'keep',
    personal: true,
    why: 'The receipt: ids and hashes of what is gone, nothing of the content.',
  },
  user: { rule: 'request', personal: true, why: 'The account of the person.' },
  account: { rule: 'request', personal: true, why: 'Ways to sign in; goes with the user.' },
  session: { rule: 'expire', personal: true, why: 'Ends after a week without use, or at sign-out.' },
  two_factor: {
    rule: 'request',
    personal: true,
    why: 'The secret of the person’s authenticator app and the backup codes, encrypted; goes when turned off, and with the user.',
  },
  passkey: {
    rule: 'request',
    personal: true,
    why: 'Public keys of the person’s devices; each goes when removed, and all with the user.',
  },
  verification: {
    rule: 'expire',
    personal: true,
    why: 'Links of an hour, codes that are awaited, and which devices are trusted for 30 days.',
  },
  organization: { rule: 'request', personal: false, why: 'The team’s name and settings.' },
  member: { rule: 'request', personal: true, why: 'Goes when the person leaves or is removed.' },
  team_invitation: {
    rule: 'keep',
    personal: true,
    why: 'Who invited whom with which promise; the ledger names it.',
  },
  purchase_order: { rule: 'keep', personal: false, why: 'Accounting.' },
  payment: { rule: 'keep', personal: false, why: 'Accounting.' },
  refund: { rule: 'keep', personal: false, why: 'Accounting.' },
  dispute: { rule: 'keep', personal: false, why: 'Accounting.' },
  subscription: { rule: 'keep', personal: false, why: 'Accounting: what plan ran when.' },
  plan_cycle: { rule: 'keep', personal: false, why: 'Keeps a month’s credits to once.' },
  billing_details: {
    rule: 'request',
    personal: true,
    why: 'What invoices say about the buyer; changed and emptied on the billing page.',
  },
  balance_watch: { rule: 'keep', personal: false, why: 'The team’s settings for low balances and top-ups.' },
  reconciliation: { rule: 'keep', personal: false, why: 'Proof that accounts and payments were compared.' },
  ledger_verification: {
    rule: 'keep',
    personal: false,
    why: 'Proof that the ledger was verified every night.',
  },
  billing_review: {
    rule: 'keep',
    personal: true,
    why: 'Accounting: what staff settled by hand, why, and who of them.',
  },
  billing_customer: {
    rule: 'keep',
    personal: false,
    why: 'Accounting: the customer at the payment provider.',
  },
  stripe_inbox: {
    rule: 'keep',
    personal: false,
    why: 'Which events came and what became of them; ids and times, nothing of their content.',
  },
  first_team_grant: { rule: 'keep', personal: true, why: 'Keeps the free first credits to once a person.' },
  ledger_account: { rule: 'keep', personal: false, why: 'Ledger: names a member by id only.' },
  ledger_balance: { rule: 'keep', personal: false, why: 'Ledger.' },
  ledger_transfer: { rule: 'keep', personal: false, why: 'Ledger: nothing in it is ever changed.' },
  ledger_entry: { rule: 'keep', personal: false, why: 'Ledger: nothing in it is ever changed.' },
  ledger_operation: {
    rule: 'keep',
    personal: false,
    why: 'Ledger: what was answered to a repeated request.',
  },
  credit_request: {
    rule: 'keep',
    personal: true,
    why: 'Who asked for credits, with their note, and what was answered; the ledger names it.',
  },
  credit_hold: { rule: 'keep', personal: false, why: 'Ledger.' },
  hold_resolution: { rule: 'keep', personal: false, why: 'Ledger.' },
  api_key: {
    rule: 'keep',
    personal: true,
    why: 'Who made which key, by id, and when it was last used; a person’s tokens go with the account. Only a hash of the secret.',
  },
  audit_event: { rule: 'keep', personal: false, why: 'Append-only; names people by id and never a face.' },
  push_subscription: {
    rule: 'expire',
    personal: true,
    why: 'Which device is told that pictures are ready: the push service’s address and keys. Goes with the session or the account, when switched off, or when the service says that nobody is there.',
  },
  notice: { rule: 'keep', personal: true, why: 'The person’s own notices.' },
  notice_preference: {
    rule: 'request',
    personal: true,
    why: 'What the person wants to be told; goes with the user.',
  },
  mail: { rule: 'keep', personal: true, why: 'Proof of what was sent, and when.' },
  team_event: { rule: 'expire', personal: false, why: 'Hints for open pages; pruned after a day.' },
  rate_limit: { rule: 'expire', personal: false, why: 'Counters of minutes.' },
  auth_rate_limit: { rule: 'expire', personal: true, why: 'Counters of minutes, by address.' },
  repeatable_migration: { rule: 'keep', personal: false, why: 'Which database functions are installed.' },
  demo_team: { rule: 'keep', personal: false, why: 'Which team is the demo’s; in embedded mode only.' },
  style: { rule: 'keep', personal: false, why: 'The catalogue of styles.' },
  style_version: {
    rule: 'keep',
    personal: false,
    why: 'What each style was at each time, because generations name it; who of the staff wrote it.',
  },
};

export const BLOB_RULES: Record<BlobPrefix, DataRule> = {
  photos: {
    rule: 'schedule',
    personal: true,
    why: 'Working copies and thumbnails of selfies; go with their photo.',
  },
  pictures: {
    rule: 'schedule',
    personal: true,
    why: 'Headshots, their saved edits and thumbnails; go with their picture.',
  },
  backdrops: {
    rule: 'request',
    personal: true,
    why: 'Backdrops that members uploaded, and their small squares; go with their row.',
  },
  incoming: {
    rule: 'expire',
    personal: true,
    why: 'What browsers sent past us; goes once it was read, with its set, or after an hour.',
  },
};
