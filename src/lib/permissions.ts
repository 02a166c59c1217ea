/** The one permission table: it feeds our own checks and the README. Roles are those of an organization. */
export const ROLES = ['owner', 'admin', 'member'] as const;
export type Role = (typeof ROLES)[number];

const EVERYONE: readonly Role[] = ROLES;
const ADMINS: readonly Role[] = ['owner', 'admin'];

const PERMISSIONS = {
  'team:read': EVERYONE,
  'members:read': ADMINS,
  'members:invite': ADMINS,
  'members:remove': ADMINS,
  'members:set-role': ADMINS,
  'members:set-department': ADMINS,
  'credits:read-own': EVERYONE,
  'credits:read': ADMINS,
  'credits:allocate': ADMINS,
  'billing:read': ADMINS,
  'billing:buy': ADMINS,
  'billing:refund': ADMINS,
  'uploads:own': EVERYONE,
  'generation:own': EVERYONE,
  'consent:own': EVERYONE,
  'notices:own': EVERYONE,
  'api-keys:manage': ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function roleMay(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

const RANK: Record<Role, number> = { member: 0, admin: 1, owner: 2 };

/** Nobody grants, changes or removes a role above their own. */
export function mayGrantRole(granter: Role, granted: Role): boolean {
  return RANK[granter] >= RANK[granted];
}
