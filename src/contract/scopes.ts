/** What a key can be limited to. Reading never includes changing, nor the other way round. */
export const SCOPES = {
  'team:read': 'See your teams',
  'team:write': 'Make a team, leave one',
  'members:read': 'See members and invitations',
  'members:write': 'Invite people, change roles, remove members',
  'credits:read': 'See balances, statements and requests',
  'credits:write': 'Give, take back and ask for credits',
  'billing:read': 'See payments, the plan and invoice details',
  'billing:write': 'Buy, refund, change the plan',
  'photos:read': 'See your selfies',
  'photos:write': 'Add and delete your selfies',
  'headshots:read': 'See and download your headshots',
  'headshots:write': 'Make, edit and delete your headshots',
  'notices:read': 'See your notices and live events',
  'notices:write': 'Mark notices as read',
} as const;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** A key of an organization is nobody: no selfies, no pictures, no notices, and it spends no money. */
export const ORGANIZATION_SCOPES = [
  'team:read',
  'members:read',
  'members:write',
  'credits:read',
  'credits:write',
  'billing:read',
] as const satisfies readonly Scope[];
