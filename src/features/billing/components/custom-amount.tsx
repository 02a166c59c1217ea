'use client';

import { Info } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '#use-texts';
import { TextField } from '@/components/ui/field';
import { TickSlider } from '@/components/ui/tick-slider';
import {
  type Choice,
  CUSTOM_STOPS,
  cheaperWords,
  enoughWords,
  readChoice,
  stopOf,
} from '../checkout/custom-rules';
import { CUSTOM } from '../price-list';

type Props = {
  text: string;
  onText: (text: string) => void;
  /** For one person: nobody to share them with. */
  alone?: boolean;
  /** Stands below the price: the button, which knows where it leads. */
  children: ReactNode;
};

/** State of a custom amount: what stands in the field, and what it means. */
export function useCustomAmount(initial = 300): {
  text: string;
  setText(text: string): void;
  choice: Choice;
} {
  const texts = useTexts();
  const [text, setText] = useState(String(initial));
  return { text, setText, choice: readChoice(text, texts) };
}

/** Any number of credits: a slider for the size, a field for the exact number, and the price as it changes. */
export function CustomAmount({ text, onText, alone = false, children }: Props) {
  const texts = useTexts();
  const { t, cents } = texts;
  const choice = readChoice(text, texts);
  const stop = choice.ok ? stopOf(choice.credits) : 0;
  return (
    <div className="grid gap-x-8 gap-y-4 p-5 md:grid-cols-[minmax(0,1fr)_auto] md:p-6">
      <div className="grid content-start gap-4">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold">{t('shop.client.custom.title')}</h3>
          <p className="text-ink-2">
            {t('shop.client.custom.range', { ...CUSTOM, price: cents(CUSTOM.centsEach) })}
          </p>
        </div>
        <div className="grid items-start gap-x-4 gap-y-2 sm:grid-cols-[8rem_1fr]">
          <TextField
            label={t('shop.client.custom.field')}
            hideLabel
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={(event) => onText(event.target.value)}
            error={choice.ok ? undefined : choice.problem}
          />
          <TickSlider
            label={t('shop.client.custom.size')}
            shown={choice.ok ? texts.credits(choice.credits) : t('shop.client.custom.none')}
            className="h-control grid-cols-1 [&>span]:sr-only"
            min={0}
            max={CUSTOM_STOPS.length - 1}
            step={1}
            value={stop}
            onChange={(event) => onText(String(CUSTOM_STOPS[Number(event.target.value)] ?? CUSTOM.min))}
          />
        </div>
        {/* As high with a hint as without one, so that nothing moves while the slider does. */}
        <p className="flex min-h-10 items-start gap-2 text-ink-2" aria-live="polite">
          {choice.ok &&
            (choice.cheaper ? (
              <>
                <Info className="mt-0.5 size-4 text-fill-ink" aria-hidden="true" />
                <span>{cheaperWords(choice.credits, choice.cheaper, texts)}</span>
              </>
            ) : (
              enoughWords(choice.credits, texts, alone)
            ))}
        </p>
      </div>
      <div className="flex items-start justify-between gap-4 md:w-52 md:flex-col md:items-stretch md:justify-start md:gap-6">
        <div className="grid gap-1">
          <p className="display-28 tabular-nums" aria-live="polite">
            {choice.ok ? cents(choice.amountCents) : '–'}
          </p>
          <p className="text-12 text-ink-2">{t('shop.client.custom.once')}</p>
        </div>
        {children}
      </div>
    </div>
  );
}
