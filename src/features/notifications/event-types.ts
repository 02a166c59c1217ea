/** What open pages hear of. An event is a hint to read again, so a lost or doubled one does no harm. */
const TEAM_EVENT_TYPES = [
  'balance.changed',
  'request.changed',
  'photo.checked',
  'handover.changed',
  'generation.progress',
  'generation.finished',
  'picture.changed',
  'notice.created',
  'members.changed',
  'payment.changed',
] as const;

export type TeamEventType = (typeof TEAM_EVENT_TYPES)[number];

export type TeamEvent = { seq: number; type: TeamEventType; data: Record<string, unknown> };
