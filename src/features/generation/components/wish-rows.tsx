'use client';

import { Check, Plus } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuLabel } from '@/components/ui/dropdown-menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Messages } from '@/texts/messages/english';
import { inSentence } from '../preferences/label-rules';
import {
  CHOICE_FIELDS,
  type ChoiceField,
  colourName,
  type PreferenceField,
  type Preferences,
  SWATCHES,
  VALUES,
  type WishLimit,
  whyNot,
} from '../preferences/preference-rules';
import { RowName } from './row-name';
import { ChoiceItems } from './wish-chips';

type Props = {
  preferences: Preferences;
  limits: readonly WishLimit[];
  bounds: readonly WishLimit[];
  onWish: (field: PreferenceField, value: string | null) => void;
};

const AS_IS = 'as-is';

/** Less, as the style has it, more. */
const SCALES = [
  { field: 'warmth', less: 'cooler', more: 'warmer' },
  { field: 'contrast', less: 'softer', more: 'stronger' },
  { field: 'brightness', less: 'darker', more: 'brighter' },
] as const;

/** Backdrop, light and framing to choose without a word; whatever else the engine can do lies in the menu. */
export function WishRows({ preferences, limits, bounds, onWish }: Props) {
  const { t } = useTexts();
  const { framing } = preferences;
  const bound = framing ? whyNot(bounds, 'framing', framing) : null;
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-start gap-4 phone:grid-cols-1 phone:gap-2 lg:max-xl:grid-cols-1 lg:max-xl:gap-2">
      <RowName>{t('generation.client.wishes.backdrop')}</RowName>
      <Swatches value={preferences.backdrop} onWish={onWish} />
      <RowName>{t('generation.client.wishes.light')}</RowName>
      <div className="flex flex-wrap gap-2 phone:grid">
        {SCALES.map((scale) => (
          <Scale key={scale.field} {...scale} value={preferences[scale.field]} onWish={onWish} />
        ))}
      </div>
      <RowName>{t('generation.client.wishes.framing')}</RowName>
      <div>
        <Scale field="framing" less="wider" more="closer" value={framing} onWish={onWish} />
        {bound && <p className="mt-2 text-12 text-ink-2">{bound}</p>}
      </div>
      <span className="phone:hidden" />
      <MoreWishes limits={limits} onWish={onWish} />
    </div>
  );
}

function Swatches({ value, onWish }: { value: string | undefined; onWish: Props['onWish'] }) {
  const texts = useTexts();
  const { t } = texts;
  const own = value !== undefined && !SWATCHES.some(({ hex }) => hex === value);
  const colour = value && t(`generation.client.colours.${colourName(value).name}`);
  return (
    <div>
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">{t('generation.client.wishes.backdropColour')}</legend>
        <label className="relative flex h-control cursor-pointer items-center rounded-control border px-3 font-medium text-ink-2 hover:text-ink has-checked:border-key has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2">
          <input
            type="radio"
            name="backdrop"
            checked={value === undefined}
            onChange={() => onWish('backdrop', null)}
            className="absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-control outline-none!"
          />
          <span className="relative">{t('generation.client.wishes.asStyle')}</span>
        </label>
        {SWATCHES.map((swatch) => (
          <Swatch
            key={swatch.hex}
            name={t(`generation.client.colours.${swatch.name}`)}
            hex={swatch.hex}
            checked={value === swatch.hex}
            onChoose={() => onWish('backdrop', swatch.hex)}
          />
        ))}
        <label
          title={t('generation.client.wishes.otherColour')}
          className={cn(
            'relative grid size-control cursor-pointer place-items-center sm:pointer-fine:size-8 overflow-hidden rounded-full border border-edge border-dashed has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2',
            own && 'border-2 border-key border-solid',
          )}
          style={own ? { backgroundColor: value } : undefined}
        >
          <span className="sr-only">{t('generation.client.wishes.otherColour')}</span>
          <input
            type="color"
            value={value ?? '#8c9299'}
            onChange={({ target }) => onWish('backdrop', target.value)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
          {!own && <Plus className="size-4 text-ink-2" aria-hidden="true" />}
        </label>
      </fieldset>
      <p className="mt-2 text-12 text-ink-2">
        {!colour
          ? t('generation.client.wishes.asStyleNote')
          : own
            ? t('generation.client.wishes.near', { colour: inSentence(colour, texts), hex: value })
            : t('generation.client.wishes.named', { colour })}
      </p>
    </div>
  );
}

type SwatchProps = { name: string; hex: string; checked: boolean; onChoose: () => void };

function Swatch({ name, hex, checked, onChoose }: SwatchProps) {
  return (
    <label
      title={name}
      className="relative grid size-control cursor-pointer place-items-center sm:pointer-fine:size-8 rounded-full outline-offset-2 has-checked:outline-2 has-checked:outline-key has-focus-visible:outline-2 has-focus-visible:outline-key"
    >
      <span className="sr-only">{name}</span>
      <input
        type="radio"
        name="backdrop"
        checked={checked}
        onChange={onChoose}
        className="absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-full border border-edge outline-none!"
        style={{ backgroundColor: hex }}
      />
      {checked && (
        <span className="pointer-events-none relative grid size-5 place-items-center rounded-full bg-card">
          <Check className="size-3.5" aria-hidden="true" />
        </span>
      )}
    </label>
  );
}

type ScaleProps = {
  field: ChoiceField;
  less: keyof Messages['generation']['client']['wishes']['scales'];
  more: ScaleProps['less'];
  value: string | undefined;
  onWish: Props['onWish'];
};

function Scale({ field, less, more, value, onWish }: ScaleProps) {
  const { t } = useTexts();
  return (
    <SegmentedControl
      label={t(`generation.client.fields.${field}`)}
      name={field}
      value={value?.replace(/^much-/, '') ?? AS_IS}
      onValueChange={(chosen) => onWish(field, chosen === AS_IS ? null : chosen)}
      options={[
        { value: less, label: t(`generation.client.wishes.scales.${less}`) },
        { value: AS_IS, label: t('generation.client.wishes.asIs') },
        { value: more, label: t(`generation.client.wishes.scales.${more}`) },
      ]}
    />
  );
}

/** To keep what nothing takes away is no choice. */
function hasChoice(field: ChoiceField, limits: readonly WishLimit[]): boolean {
  return VALUES[field].some((value) => value !== 'keep' && whyNot(limits, field, value) === null);
}

const IN_ROWS: readonly string[] = ['warmth', 'contrast', 'brightness', 'framing'];

function MoreWishes({ limits, onWish }: Pick<Props, 'limits' | 'onWish'>) {
  const { t } = useTexts();
  const fields = CHOICE_FIELDS.filter((field) => !IN_ROWS.includes(field) && hasChoice(field, limits));
  if (fields.length === 0) return null;
  return (
    <div className="mt-2">
      <DropdownMenu
        align="start"
        trigger={
          <Button size="sm">
            <Plus className="size-4" aria-hidden="true" />
            {t('generation.client.wishes.addAnother')}
          </Button>
        }
      >
        {fields.map((field) => (
          <div key={field}>
            <MenuLabel>{t(`generation.client.fields.${field}`)}</MenuLabel>
            <ChoiceItems field={field} limits={limits} onWish={onWish} />
          </div>
        ))}
      </DropdownMenu>
    </div>
  );
}
