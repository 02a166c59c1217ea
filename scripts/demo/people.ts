/** Signing up and joining, with mail read from the local mailbox. */
import { eventually, expectTrue } from './steps';
import { Visitor } from './visitor';

const PASSWORD = 'a demo password, long enough';

type Mail = { subject: string; template: string; links: { href: string }[] };

/** The newest mail of a template to this person, waiting for it; its first link. */
export async function mailedLink(visitor: Visitor, template: string): Promise<string> {
  const query = `/api/dev/mailbox?to=${encodeURIComponent(visitor.email)}`;
  const mail = await eventually(
    `mail "${template}" to ${visitor.email}`,
    async () =>
      (await visitor.get<{ mails: Mail[] }>(query)).mails.find((found) => found.template === template),
    (found) => found !== undefined,
    20,
  );
  const href = mail?.links[0]?.href ?? '';
  expectTrue(`the mail "${template}" has a link`, href !== '');
  return href;
}

/** The secret at the end of a mailed link's path. */
export function tokenOf(link: string): string {
  return new URL(link).pathname.split('/').at(-1) ?? '';
}

/** Sign-up, confirmation by the mailed link, sign-in. */
export async function signUp(baseUrl: string, name: string, email: string): Promise<Visitor> {
  const visitor = new Visitor(baseUrl, name, email);
  await visitor.post('/api/auth/sign-up/email', { name, email, password: PASSWORD });
  const token = tokenOf(await mailedLink(visitor, 'verify-email'));
  await visitor.fetch('GET', `/api/auth/verify-email?token=${encodeURIComponent(token)}`);
  await visitor.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  return visitor;
}
