import { auth } from './instance';
import { findSession } from './session';

/**
 * The second step: a code of the app or a backup code, for the browser whose first step was right. Signs it in. Throws better-auth's
 * errors: five wrong codes end the try, ten in a row lock the step for 15 minutes. Answers the cookies, for route handlers; in
 * actions Next's cookie store has them already.
 */
export async function giveCode(
  headers: Headers,
  { code, trustDevice }: { code: string; trustDevice: boolean },
): Promise<string[]> {
  // With a session the vendor checks codes without counting.
  if (await findSession(headers)) return [];
  const { api } = await auth();
  const given = code.replace(/\s/g, '').toLowerCase();
  const input = { body: { code: given, trustDevice }, headers, returnHeaders: true } as const;
  const answer = await (/^\d{6}$/.test(given) ? api.verifyTOTP(input) : api.verifyBackupCode(input));
  return answer.headers.getSetCookie();
}
