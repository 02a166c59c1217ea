const NAME = 'better-auth.session_token';

/** Under https better-auth puts a prefix before its own name. `origin`: where the product answers. */
export function sessionCookie(origin: string): string {
  return origin.startsWith('https://') ? `__Secure-${NAME}` : NAME;
}

/** The names among these that carry a session. */
export function sessionCookies(names: readonly string[]): string[] {
  return names.filter((name) => name === NAME || name === `__Secure-${NAME}`);
}
