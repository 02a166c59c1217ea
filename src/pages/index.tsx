import type { GetServerSideProps } from 'next';
import { useTexts } from '#use-texts';
import { Audiences } from '@/app/(site)/_landing/audiences';
import { Hero } from '@/app/(site)/_landing/hero';
import { Packs } from '@/app/(site)/_landing/packs';
import { Promises } from '@/app/(site)/_landing/promises';
import { questionsOf } from '@/app/(site)/_landing/question-texts';
import { Questions } from '@/app/(site)/_landing/questions';
import { Steps } from '@/app/(site)/_landing/steps';
import { Styles } from '@/app/(site)/_landing/styles';
import { TeamBand } from '@/app/(site)/_landing/team-band';
import { DocumentHead } from '@/app/(site)/_site/document-head';
import { SiteFrame } from '@/app/(site)/_site/frame';
import { frontPageSchema } from '@/app/(site)/_site/schemas';
import { StructuredData } from '@/app/(site)/_site/structured-data';
import { Closing } from '@/app/(site)/pricing/_sections/closing';
import { env } from '@/env';
import type { OfferedQuality } from '@/features/billing/tier-rules';
import { loadFinishesSelfie, loadOfferedQualities } from '@/features/generation/engine-loaders';
import { sessionCookies } from '@/lib/session-cookies';
import type { Language } from '@/texts/languages';
import { incomingLanguage } from '@/texts/request-language';

/**
 * The front page is a document: nobody should load an application to read it. The framework's own runtime is 138 kB, this page's script
 * is one. That is why it stands here and not under `src/app`, where the runtime cannot be left out.
 */
export const config = { unstable_runtimeJS: false };

type Props = {
  appUrl: string;
  nonce?: string;
  language: Language;
  /** Somebody with a session's cookie is led to their teams. Whether it still counts is decided there. */
  signedIn: boolean;
  qualities: OfferedQuality[];
  /** Pictures are finished selfies, not drawn anew. */
  finished: boolean;
};

export const getServerSideProps: GetServerSideProps<Props> = async ({ req }) => {
  const nonce = req.headers['x-nonce'];
  return {
    props: {
      appUrl: env().appUrl,
      language: incomingLanguage(req),
      ...(typeof nonce === 'string' ? { nonce } : {}),
      signedIn: sessionCookies(Object.keys(req.cookies)).length > 0,
      qualities: loadOfferedQualities(),
      finished: loadFinishesSelfie(),
    },
  };
};

export default function FrontPage({ appUrl, nonce, signedIn, qualities, finished }: Props) {
  const questions = questionsOf(finished, useTexts());
  return (
    <SiteFrame signedIn={signedIn}>
      <DocumentHead appUrl={appUrl} />
      <Hero />
      <Steps />
      <TeamBand />
      <Styles />
      <Promises />
      <Packs qualities={qualities} />
      <Audiences />
      <Questions questions={questions} />
      <Closing href={signedIn ? '/teams' : '/sign-up'} signedIn={signedIn} />
      <StructuredData data={frontPageSchema(appUrl, questions)} nonce={nonce} />
      <script src="/front-page.js" nonce={nonce} type="module" />
    </SiteFrame>
  );
}
