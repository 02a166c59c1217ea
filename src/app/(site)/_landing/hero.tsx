import { BeforeAfter } from '@/components/ui/before-after';
import { ButtonLink } from '@/components/ui/button';
import { LikenessArc } from '@/components/ui/likeness-arc';

const FACTS = [
  { value: '5 min', name: 'of your time' },
  { value: '4–6 s', name: 'a picture' },
  { value: '1 credit', name: 'a standard picture' },
] as const;

export function Hero() {
  return (
    <section className="relative">
      {/* Reaches up behind the navigation, which stands above this section. */}
      <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
      <div className="wrap grid items-center gap-10 pt-6 pb-16 sm:pt-10 sm:pb-24 lg:grid-cols-[minmax(0,1fr)_464px] lg:gap-[88px]">
        <div>
          <h1 className="display-64">Headshots for the whole team, without the photographer.</h1>
          <p className="my-4 mb-6 max-w-[30em] text-16 text-ink-2 sm:mt-6 sm:mb-8 sm:text-20 sm:leading-[1.875rem]">
            Everyone uploads 6–14 selfies. The team pays from one pool of credits. A picture that does not
            look like you costs nothing.
          </p>
          <div className="flex flex-wrap items-center gap-5">
            <ButtonLink href="/sign-up" variant="key" size="big">
              Start a team
            </ButtonLink>
            <span className="text-ink-2">3 credits free, no card.</span>
          </div>
          <dl className="mt-8 flex gap-6 border-t pt-6 sm:mt-14 sm:gap-8">
            {FACTS.map((fact) => (
              <div key={fact.name} className="flex flex-col-reverse justify-end">
                <dt className="mt-0.5 text-ink-2">{fact.name}</dt>
                <dd className="display-28 phone:text-20! phone:leading-7!">{fact.value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <figure className="mx-auto w-full max-w-[464px]">
          <BeforeAfter
            before={{ src: '/examples/fezbot-before.jpg', alt: 'The selfie as uploaded', label: 'Selfie' }}
            after={{
              src: '/examples/fezbot-corporate.jpg',
              alt: 'The finished headshot',
              label: 'Corporate',
            }}
            start={44}
            ruler
            eager
          />
          <figcaption className="flex min-h-9 items-center justify-between gap-4 text-ink-2">
            <span>
              Same person, same expression<span className="phone:hidden">: 5 s, 1 credit</span>.
            </span>
            <span className="flex items-center gap-2">
              Likeness <LikenessArc value={98} />
            </span>
          </figcaption>
        </figure>
      </div>
    </section>
  );
}
