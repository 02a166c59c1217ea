import { PublicNav } from '@/components/shell/public-shell';
import { Hero } from './_landing/hero';
import { Packs } from './_landing/packs';
import { Promises } from './_landing/promises';
import { Questions } from './_landing/questions';
import { Steps } from './_landing/steps';
import { Styles } from './_landing/styles';

const LINKS = [
  { href: '#how', label: 'How it works' },
  { href: '#styles', label: 'Styles' },
  { href: '/pricing', label: 'Pricing' },
  { href: '#questions', label: 'Questions' },
] as const;

export default function LandingPage() {
  return (
    <div className="relative isolate">
      <PublicNav links={LINKS} />
      <main id="main" tabIndex={-1} className="outline-none">
        <Hero />
        <Steps />
        <Styles />
        <Promises />
        <Packs />
        <Questions />
      </main>
    </div>
  );
}
