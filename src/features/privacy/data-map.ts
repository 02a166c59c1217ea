/**
 * What becomes of every table and every stored file, and why: the texts `privacy.kept`. A test fails when something exists that is not
 * listed here, so that a new table cannot appear without a decision.
 */
import type { BlobPrefix } from '@/adapters/blob/blob';

export type DataRule = {
  /** `schedule`: goes by time; `request`: goes when its person deletes it; `keep`: stays, and why; `expire`: goes when used up. */
  rule: 'schedule' | 'request' | 'keep' | 'expire';
  /** Whether rows say something about a person. */
  personal: boolean;
  /**
   * Of what is personal, when its person deletes their account. `gone`: no row of theirs is left once everything is purged; `ids`: rows
   * stay and name them by ids only; `staff`: not about customers.
   */
  atEnd?: 'gone' | 'ids' | 'staff';
};

export const TABLE_RULES = {
  photo_set: { rule: 'schedule', personal: true, atEnd: 'ids' },
  photo: { rule: 'schedule', personal: true, atEnd: 'gone' },
  upload_handover: { rule: 'expire', personal: true, atEnd: 'gone' },
  direct_upload: { rule: 'expire', personal: true, atEnd: 'ids' },
  generation: { rule: 'schedule', personal: true, atEnd: 'ids' },
  picture: { rule: 'schedule', personal: true, atEnd: 'gone' },
  picture_version: { rule: 'schedule', personal: true, atEnd: 'gone' },
  picture_link: { rule: 'expire', personal: true, atEnd: 'gone' },
  backdrop: { rule: 'request', personal: true, atEnd: 'gone' },
  picture_print: { rule: 'schedule', personal: true, atEnd: 'gone' },
  generation_transition: { rule: 'keep', personal: false },
  picture_verdict: { rule: 'keep', personal: true, atEnd: 'ids' },
  staff_flag: { rule: 'keep', personal: true, atEnd: 'ids' },
  engine_call: { rule: 'keep', personal: false },
  generation_turn: { rule: 'keep', personal: false },
  engine_circuit: { rule: 'keep', personal: false },
  consent: { rule: 'keep', personal: true, atEnd: 'ids' },
  deletion_request: { rule: 'keep', personal: true, atEnd: 'ids' },
  account_deletion: { rule: 'keep', personal: true, atEnd: 'ids' },
  user: { rule: 'request', personal: true, atEnd: 'gone' },
  account: { rule: 'request', personal: true, atEnd: 'gone' },
  session: { rule: 'expire', personal: true, atEnd: 'gone' },
  two_factor: { rule: 'request', personal: true, atEnd: 'gone' },
  passkey: { rule: 'request', personal: true, atEnd: 'gone' },
  verification: { rule: 'expire', personal: true, atEnd: 'gone' },
  organization: { rule: 'request', personal: false },
  member: { rule: 'request', personal: true, atEnd: 'gone' },
  team_invitation: { rule: 'keep', personal: true, atEnd: 'ids' },
  purchase_order: { rule: 'keep', personal: false },
  payment: { rule: 'keep', personal: false },
  refund: { rule: 'keep', personal: false },
  dispute: { rule: 'keep', personal: false },
  subscription: { rule: 'keep', personal: false },
  plan_cycle: { rule: 'keep', personal: false },
  billing_details: { rule: 'request', personal: true, atEnd: 'gone' },
  balance_watch: { rule: 'keep', personal: false },
  reconciliation: { rule: 'keep', personal: false },
  ledger_verification: { rule: 'keep', personal: false },
  billing_review: { rule: 'keep', personal: true, atEnd: 'staff' },
  billing_customer: { rule: 'keep', personal: false },
  stripe_inbox: { rule: 'keep', personal: false },
  first_team_grant: { rule: 'keep', personal: true, atEnd: 'ids' },
  ledger_account: { rule: 'keep', personal: false },
  ledger_balance: { rule: 'keep', personal: false },
  ledger_transfer: { rule: 'keep', personal: false },
  ledger_entry: { rule: 'keep', personal: false },
  ledger_operation: { rule: 'keep', personal: false },
  credit_request: { rule: 'keep', personal: true, atEnd: 'ids' },
  credit_hold: { rule: 'keep', personal: false },
  hold_resolution: { rule: 'keep', personal: false },
  api_key: { rule: 'keep', personal: true, atEnd: 'ids' },
  audit_event: { rule: 'keep', personal: false },
  push_subscription: { rule: 'expire', personal: true, atEnd: 'gone' },
  notice: { rule: 'keep', personal: true, atEnd: 'gone' },
  notice_preference: { rule: 'request', personal: true, atEnd: 'gone' },
  mail: { rule: 'keep', personal: true, atEnd: 'gone' },
  team_event: { rule: 'expire', personal: false },
  rate_limit: { rule: 'expire', personal: false },
  auth_rate_limit: { rule: 'expire', personal: true, atEnd: 'ids' },
  repeatable_migration: { rule: 'keep', personal: false },
  demo_team: { rule: 'keep', personal: false },
  style: { rule: 'keep', personal: false },
  style_version: { rule: 'keep', personal: false },
} as const satisfies Record<string, DataRule>;

export const BLOB_RULES: Record<BlobPrefix, DataRule> = {
  photos: { rule: 'schedule', personal: true, atEnd: 'gone' },
  pictures: { rule: 'schedule', personal: true, atEnd: 'gone' },
  backdrops: { rule: 'request', personal: true, atEnd: 'gone' },
  incoming: { rule: 'expire', personal: true, atEnd: 'gone' },
};
