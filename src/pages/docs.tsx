import type { GetServerSideProps } from 'next';
import { SiteFrame } from '@/app/(site)/_site/frame';
import { ApiDocument } from '@/app/(site)/docs/_reference/api-document';
import { type ApiFacts, apiFacts } from '@/app/(site)/docs/_reference/api-facts';
import { env } from '@/env';
import { sessionCookies } from '@/lib/session-cookies';
import type { Language } from '@/texts/languages';
import { incomingLanguage } from '@/texts/request-language';

/**
 * A document as the front page is one. Under `src/app` each word of this longest of our pages would be sent twice, to be read and for
 * a script that has nothing to do on it.
 */
export const config = { unstable_runtimeJS: false };

type Props = {
  appUrl: string;
  nonce?: string;
  language: Language;
  /** Somebody with a session's cookie is led to their teams. Whether it still counts is decided there. */
  signedIn: boolean;
  facts: ApiFacts;
};

export const getServerSideProps: GetServerSideProps<Props> = async ({ req }) => {
  const nonce = req.headers['x-nonce'];
  const { appUrl } = env();
  return {
    props: {
      appUrl,
      facts: apiFacts(appUrl),
      language: incomingLanguage(req),
      ...(typeof nonce === 'string' ? { nonce } : {}),
      signedIn: sessionCookies(Object.keys(req.cookies)).length > 0,
    },
  };
};

export default function DocsPage({ appUrl, nonce, signedIn, facts }: Props) {
  return (
    <SiteFrame signedIn={signedIn}>
      <ApiDocument appUrl={appUrl} facts={facts} />
      <script src="/front-page.js" nonce={nonce} type="module" />
    </SiteFrame>
  );
}
