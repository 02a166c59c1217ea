/** The names among these that carry a session: better-auth puts a prefix before its own under https. */
export function sessionCookies(names: readonly string[]): string[] {
  return names.filter((name) => /^(__Secure-)?better-auth\.session_token$/.test(name));
}
