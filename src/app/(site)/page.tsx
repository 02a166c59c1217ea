import { Hero } from './_landing/hero';
import { Packs } from './_landing/packs';
import { Promises } from './_landing/promises';
import { Questions } from './_landing/questions';
import { Steps } from './_landing/steps';
import { Styles } from './_landing/styles';
import { publicMetadata } from './_site/page-metadata';

export const metadata = publicMetadata({
  path: '/',
  title: 'headcraft: team headshots without the photographer',
  wholeTitle: true,
  description:
    'Everyone uploads 6–14 selfies, the team pays from one pool of credits, and a picture that does not look like you costs nothing.',
});

export default function LandingPage() {
  return (
    <>
      <Hero />
      <Steps />
      <Styles />
      <Promises />
      <Packs />
      <Questions />
    </>
  );
}
