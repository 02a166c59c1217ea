/** What an API key can be limited to. Reading never includes changing, nor the other way round. */
import type { Permission } from './permissions';

export const SCOPES = {
  'team:read': 'See your teams',
  'team:write': 'Start a team, leave one',
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

/** What an organization's key may at most. It is nobody: no selfies, no pictures, no notices, and it spends no money. */
export const ORGANIZATION_SCOPES = {
  'members:read': 'See members and invitations',
  'members:write': 'Invite members, take invitations back',
  'credits:read': 'See balances, statements and requests',
  'credits:write': 'Give and take back credits, decide requests',
  'billing:read': 'See payments, the plan and invoice details',
} as const satisfies Partial<Record<Scope, string>>;

export type OrganizationScope = keyof typeof ORGANIZATION_SCOPES;

export const ORGANIZATION_SCOPE_NAMES = Object.keys(ORGANIZATION_SCOPES) as [
  OrganizationScope,
  ...OrganizationScope[],
];

/** Which scope lets an organization's key do what a permission names; what is missing, no such key may. */
export const KEY_PERMISSIONS: Partial<Record<Permission, OrganizationScope>> = {
  'members:read': 'members:read',
  'members:invite': 'members:write',
  'credits:read': 'credits:read',
  'credits:read-own': 'credits:read',
  'credits:allocate': 'credits:write',
  'billing:read': 'billing:read',
};
