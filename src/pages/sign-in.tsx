import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { useTexts } from '#use-texts';
import { AuthFoot, AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { env } from '@/env';
import { SignInForm } from '@/features/account/components/sign-in-form';
import { SocialAlert } from '@/features/account/components/social-alert';
import { SocialButtons } from '@/features/account/components/social-buttons';
import { DOOR_NOTE_COOKIE, type DoorNote, readDoorNote } from '@/features/account/door-note-rules';
import { DemoDoors } from '@/features/demo/components/demo-doors';
import { isDemoOpen } from '@/features/demo/demo-rules';
import { returnPath, withNext } from '@/lib/return-path';
import { sessionCookies } from '@/lib/session-cookies';
import { activeServices, type SocialProvider } from '@/lib/social';
import type { Language } from '@/texts/languages';
import { incomingLanguage } from '@/texts/request-language';

/** A document, as the front page is one: who comes to sign in waits for nothing but the form. */
export const config = { unstable_runtimeJS: false };

type Props = {
  nonce: string | null;
  language: Language;
  /** Where the person wants to go, a path of ours. */
  next: string;
  /** What happened before: a new password was set, a code came too late. */
  done: string | null;
  note: DoorNote | null;
  demo: boolean;
  /** Other services that sign people in here. */
  social: SocialProvider[];
};

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res, query }) => {
  const next = returnPath(query.next);
  // Whether that session still counts is decided there.
  if (sessionCookies(Object.keys(req.cookies)).length > 0) {
    const asked = new URL(req.url ?? '/', 'http://here.invalid').search;
    return { redirect: { destination: `/api/sign-in${asked}`, statusCode: 303 } };
  }
  const noted = req.cookies[DOOR_NOTE_COOKIE];
  if (noted !== undefined) res.setHeader('Set-Cookie', `${DOOR_NOTE_COOKIE}=; Path=/; Max-Age=0; HttpOnly`);
  res.setHeader('Cache-Control', 'private, no-store');
  const nonce = req.headers['x-nonce'];
  return {
    props: {
      nonce: typeof nonce === 'string' ? nonce : null,
      language: incomingLanguage(req),
      next,
      done: typeof query.done === 'string' ? query.done : null,
      note: readDoorNote(noted),
      social: activeServices(env().social),
      demo: isDemoOpen(new Headers(req.headers as Record<string, string>), env()),
    },
  };
};

export default function SignInPage({ nonce, next, done, note, demo, social }: Props) {
  const { t } = useTexts();
  return (
    <AuthShell>
      <Head>
        <title>{`${t('account.signIn.title')} · headcraft`}</title>
        <meta name="robots" content="noindex, nofollow" />
      </Head>
      <AuthHead title={t('account.signIn.title')}>{t('account.signIn.lead')}</AuthHead>
      {done === 'password' && (
        <Alert tone="good" className="mb-6">
          {t('account.signIn.passwordChanged')}
        </Alert>
      )}
      {done === 'start-again' && (
        <Alert tone="warn" className="mb-6">
          {t('errors.account.startAgain')}
        </Alert>
      )}
      <SocialAlert done={done} active={social} />
      <SignInForm next={next} note={note} />
      {social.length > 0 && (
        <div className="mt-4 grid gap-4">
          <SocialButtons providers={social} next={next} />
        </div>
      )}
      <AuthFoot>
        {t('account.signIn.new')}{' '}
        <a href={withNext('/sign-up', next)} className="link">
          {t('shell.public.start')}
        </a>
      </AuthFoot>
      {demo && <DemoDoors />}
      <script src="/sign-in.js" nonce={nonce ?? undefined} type="module" />
    </AuthShell>
  );
}
