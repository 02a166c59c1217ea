/**
 * Leads the browser that sent a form on, with the cookies that its answer sets. `path`: a page of ours, or a sign-in service's address as its
 * discovery has it; never one from outside.
 */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
