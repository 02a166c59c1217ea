'use client';

import { Check, Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuLabel } from '@/components/ui/dropdown-menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { FIELD_NAMES } from '../preferences/label-rules';
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
  onWish: (field: PreferenceField, value: string | null) => void;
};

const AS_IS = 'as-is';

/** Less, as the style has it, more. */
const SCALES = [
  { field: 'warmth', less: ['cooler', 'Cooler'], more: ['warmer', 'Warmer'] },
  { field: 'contrast', less: ['softer', 'Softer'], more: ['stronger', 'Stronger'] },
  { field: 'brightness', less: ['darker', 'Darker'], more: ['brighter', 'Brighter'] },
] as const;

/** Backdrop, light and framing to choose without a word; whatever else the engine can do lies in the menu. */
export function WishRows({ preferences, limits, onWish }: Props) {
  return (
    <div className="grid grid-cols-[7.5rem_1fr] items-start gap-4 phone:grid-cols-1 phone:gap-2">
      <RowName>Backdrop</RowName>
      <Swatches value={preferences.backdrop} onWish={onWish} />
      <RowName>Light</RowName>
      <div className="flex flex-wrap gap-2 phone:grid">
        {SCALES.map((scale) => (
          <Scale key={scale.field} {...scale} value={preferences[scale.field]} onWish={onWish} />
        ))}
      </div>
      <RowName>Framing</RowName>
      <div>
        <Scale
          field="framing"
          less={['wider', 'Wider']}
          more={['closer', 'Closer']}
          value={preferences.framing}
          onWish={onWish}
        />
      </div>
      <span className="phone:hidden" />
      <MoreWishes limits={limits} onWish={onWish} />
    </div>
  );
}

function Swatches({ value, onWish }: { value: string | undefined; onWish: Props['onWish'] }) {
  const own = value !== undefined && !SWATCHES.some(({ hex }) => hex === value);
  const name = value === undefined ? null : colourName(value).name;
  return (
    <div>
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">Backdrop colour</legend>
        <label className="relative flex h-control cursor-pointer items-center rounded-control border px-3 font-medium text-ink-2 hover:text-ink has-checked:border-key has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2">
          <input
            type="radio"
            name="backdrop"
            checked={value === undefined}
            onChange={() => onWish('backdrop', null)}
            className="absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-control outline-none!"
          />
          <span className="relative">As in the style</span>
        </label>
        {SWATCHES.map((swatch) => (
          <Swatch
            key={swatch.hex}
            {...swatch}
            checked={value === swatch.hex}
            onChoose={() => onWish('backdrop', swatch.hex)}
          />
        ))}
        <label
          title="Another colour"
          className={cn(
            'relative grid size-control cursor-pointer place-items-center overflow-hidden rounded-full border border-edge border-dashed has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2',
            own && 'border-2 border-key border-solid',
          )}
          style={own ? { backgroundColor: value } : undefined}
        >
          <span className="sr-only">Another colour</span>
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
        {name === null
          ? 'The backdrop that the style shows.'
          : own
            ? `Near ${name.toLowerCase()}, ${value}.`
            : `${name}.`}
      </p>
    </div>
  );
}

type SwatchProps = { name: string; hex: string; checked: boolean; onChoose: () => void };

function Swatch({ name, hex, checked, onChoose }: SwatchProps) {
  return (
    <label
      title={name}
      className="relative grid size-control cursor-pointer place-items-center rounded-full outline-offset-2 has-checked:outline-2 has-checked:outline-key has-focus-visible:outline-2 has-focus-visible:outline-key"
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
  less: readonly [value: string, label: string];
  more: readonly [value: string, label: string];
  value: string | undefined;
  onWish: Props['onWish'];
};

function Scale({ field, less, more, value, onWish }: ScaleProps) {
  return (
    <SegmentedControl
      label={FIELD_NAMES[field]}
      name={field}
      value={value?.replace(/^much-/, '') ?? AS_IS}
      onValueChange={(chosen) => onWish(field, chosen === AS_IS ? null : chosen)}
      options={[
        { value: less[0], label: less[1] },
        { value: AS_IS, label: 'As is' },
        { value: more[0], label: more[1] },
      ]}
    />
  );
}

/** To keep what nothing takes away is no choice. */
function hasChoice(field: ChoiceField, limits: readonly WishLimit[]): boolean {
  return VALUES[field].some((value) => value !== 'keep' && whyNot(limits, field, value) === null);
}

const IN_ROWS: readonly string[] = ['warmth', 'contrast', 'brightness', 'framing'];

function MoreWishes({ limits, onWish }: Omit<Props, 'preferences'>) {
  const fields = CHOICE_FIELDS.filter((field) => !IN_ROWS.includes(field) && hasChoice(field, limits));
  if (fields.length === 0) return null;
  return (
    <div>
      <DropdownMenu
        align="start"
        trigger={
          <Button size="sm">
            <Plus className="size-4" aria-hidden="true" />
            Add another
          </Button>
        }
      >
        {fields.map((field) => (
          <div key={field}>
            <MenuLabel>{FIELD_NAMES[field]}</MenuLabel>
            <ChoiceItems field={field} limits={limits} onWish={onWish} />
          </div>
        ))}
      </DropdownMenu>
    </div>
  );
}
