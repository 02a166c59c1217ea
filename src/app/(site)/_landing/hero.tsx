import { useTexts } from '#use-texts';
import { BeforeAfter } from '@/components/ui/before-after';
import { ButtonLink } from '@/components/ui/button';
import { LikenessArc } from '@/components/ui/likeness-arc';
import {
  centsPerCredit,
  FIRST_TEAM_CREDITS,
  PACK_LIST,
  QUALITY_CREDITS,
} from '@/features/billing/price-list';
import { START_ALONE } from '@/lib/arrival';
import { PAIR } from '../_site/example-pictures';

/** Of the picture beside: measured as the product measures every picture. */
const LIKENESS = 99;

/** Cents of a standard picture from the pack that asks the least for a credit. */
const CHEAPEST_PICTURE = QUALITY_CREDITS.standard * Math.min(...PACK_LIST.map(centsPerCredit));

export function Hero() {
  const { t, rich, cents } = useTexts();
  const facts = [
    { value: t('site.hero.minutes'), name: t('site.hero.yourTime') },
    { value: '12', name: t('site.hero.styles') },
    { value: t('site.hero.from', { price: cents(CHEAPEST_PICTURE) }), name: t('site.hero.picture') },
  ];
  return (
    <section className="relative">
      {/* Reaches up behind the navigation, which stands above this section. */}
      <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
      <div className="wrap grid items-center gap-10 pt-6 pb-16 sm:pt-10 sm:pb-24 lg:grid-cols-[minmax(0,1fr)_464px] lg:gap-[88px]">
        <div>
          <h1 className="display-64">{t('site.hero.title')}</h1>
          <p className="my-4 mb-6 max-w-[30em] text-16 text-ink-2 sm:mt-6 sm:mb-8 sm:text-20 sm:leading-[1.875rem]">
            {t('site.hero.lead')}
          </p>
          <div className="flex flex-wrap items-center gap-5">
            <ButtonLink href="/sign-up" variant="key" size="big">
              {t('shell.public.start')}
            </ButtonLink>
            <p className="grid text-ink-2">
              <span>{t('site.hero.free', { count: FIRST_TEAM_CREDITS })}</span>
              <span>
                {rich('site.hero.alone', {
                  link: (children) => (
                    <a key="alone" href={START_ALONE} className="link">
                      {children}
                    </a>
                  ),
                })}
              </span>
            </p>
          </div>
          <dl className="mt-8 flex gap-6 border-t pt-6 sm:mt-14 sm:gap-8">
            {facts.map((fact) => (
              <div key={fact.name} className="flex flex-col-reverse justify-end">
                <dt className="mt-0.5 text-ink-2">{fact.name}</dt>
                <dd className="display-28 phone:text-20! phone:leading-7!">{fact.value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <figure className="mx-auto w-full max-w-[464px]">
          <BeforeAfter
            before={{
              ...PAIR.before,
              sizes: PAIR.sizes,
              alt: t('site.hero.selfieAlt'),
              label: t('site.hero.selfie'),
            }}
            after={{ ...PAIR.after, sizes: PAIR.sizes, alt: t('site.hero.headshotAlt'), label: 'Corporate' }}
            start={44}
            ruler
            eager
          />
          <figcaption className="flex min-h-9 items-center justify-between gap-4 text-ink-2">
            <span className="phone:hidden">{t('site.hero.caption', { count: 1 })}</span>
            <span className="sm:hidden">{t('site.hero.captionShort')}</span>
            <span className="flex items-center gap-2">
              {t('site.hero.likeness')} <LikenessArc value={LIKENESS} />
            </span>
          </figcaption>
        </figure>
      </div>
    </section>
  );
}
