import { env } from '@/env';
import { loadUsualEngine } from '@/features/generation/catalogue-loaders';
import { loadOfferedQualities } from '@/features/generation/loaders';
import { Audiences } from './_landing/audiences';
import { Hero } from './_landing/hero';
import { Packs } from './_landing/packs';
import { Promises } from './_landing/promises';
import { questionsOf } from './_landing/question-texts';
import { Questions } from './_landing/questions';
import { Steps } from './_landing/steps';
import { Styles } from './_landing/styles';
import { TeamBand } from './_landing/team-band';
import { publicMetadata } from './_site/page-metadata';
import { frontPageSchema } from './_site/schemas';
import { StructuredData } from './_site/structured-data';
import { Closing } from './pricing/_sections/closing';

export const metadata = publicMetadata({
  path: '/',
  title: 'headcraft: team headshots without the photographer',
  wholeTitle: true,
  description:
    'Everyone uploads 6–14 selfies, the team pays from one pool of credits, and a picture that does not look like you costs nothing.',
});

export default function LandingPage() {
  const questions = questionsOf(loadUsualEngine().finishesSelfie);
  return (
    <>
      <Hero />
      <Steps />
      <TeamBand />
      <Styles />
      <Promises />
      <Packs qualities={loadOfferedQualities()} />
      <Audiences />
      <Questions questions={questions} />
      <Closing href="/sign-up" signedIn={false} />
      <StructuredData data={frontPageSchema(env().appUrl, questions)} />
    </>
  );
}
