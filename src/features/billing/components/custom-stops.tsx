import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { TickSlider } from '@/components/ui/tick-slider';
import { START_BUYING_CREDITS } from '@/lib/arrival';
import type { Texts } from '@/texts/make-texts';
import { CUSTOM_STOPS, cheaperWords, enoughWords, readChoice, stopOf } from '../checkout/custom-rules';
import { CUSTOM } from '../price-list';

const START = stopOf(300);

/** What stands on the page at a stop of the slider. */
function stopWords(credits: number, texts: Texts) {
  const { t, cents } = texts;
  const choice = readChoice(String(credits), texts);
  const cheaper = choice.ok ? choice.cheaper : null;
  return {
    credits: texts.credits(credits),
    price: choice.ok ? cents(choice.amountCents) : '–',
    words: cheaper ? cheaperWords(credits, cheaper, texts) : enoughWords(credits, texts),
    buy: t('shop.client.buy.count', { count: credits }),
    href: `${START_BUYING_CREDITS}${credits}`,
  };
}

/**
 * The price of a custom pack on the front page, which runs no React: every stop is worked out here by the rules that the shop goes
 * by, and `public/front-page.js` shows the one the slider is at.
 */
export function CustomStops() {
  const texts = useTexts();
  const { t, cents } = texts;
  const stops = CUSTOM_STOPS.map((credits) => stopWords(credits, texts));
  const start = stops[START];
  return (
    <div
      data-stops={JSON.stringify(stops)}
      className="grid gap-x-8 gap-y-4 p-5 md:grid-cols-[minmax(0,1fr)_auto] md:p-6"
    >
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold">{t('shop.client.custom.title')}</h3>
          <p className="text-ink-2">
            {t('shop.client.custom.range', { ...CUSTOM, price: cents(CUSTOM.centsEach) })}
          </p>
        </div>
        <div className="grid items-center gap-x-6 sm:grid-cols-[8rem_1fr]">
          <p data-show="credits" className="font-semibold text-20">
            {start?.credits}
          </p>
          <TickSlider
            label={t('shop.client.custom.size')}
            shown={start?.credits ?? ''}
            className="h-control grid-cols-1 [&>span]:sr-only"
            min={0}
            max={stops.length - 1}
            step={1}
            defaultValue={START}
          />
        </div>
        {/* As high with a hint as without one, so that nothing moves while the slider does. */}
        <p data-show="words" className="min-h-10 text-ink-2" aria-live="polite">
          {start?.words}
        </p>
      </div>
      <div className="flex items-start justify-between gap-4 md:w-52 md:flex-col md:items-stretch md:justify-start md:gap-6">
        <div className="grid gap-1">
          <p data-show="price" className="display-28 tabular-nums" aria-live="polite">
            {start?.price}
          </p>
          <p className="text-12 text-ink-2">{t('shop.client.custom.once')}</p>
        </div>
        <ButtonLink href={start?.href ?? ''} className="min-w-28 md:w-full" prefetch={false}>
          <span data-show="buy">{start?.buy}</span>
        </ButtonLink>
      </div>
    </div>
  );
}
