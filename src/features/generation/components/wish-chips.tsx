'use client';

import { Ban, ChevronDown, X } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Chip } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { chipsOf, labelOf, type WishChip } from '../preferences/label-rules';
import {
  type PreferenceField,
  type Preferences,
  SWATCHES,
  VALUES,
  type WishLimit,
  whyNot,
} from '../preferences/preference-rules';

type Props = {
  preferences: Preferences;
  limits: readonly WishLimit[];
  onWish: (field: PreferenceField, value: string | null) => void;
};

/** What is wished for, each to change or to take back. What the engine cannot do stays to be seen, with the reason, and is not sent. */
export function WishChips({ preferences, limits, onWish }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const chips = chipsOf(preferences, limits, texts);
  if (chips.length === 0) return null;
  return (
    <div className="grid gap-2">
      <ul aria-label={t('generation.client.wishes.list')} className="flex flex-wrap gap-2">
        {chips.map((chip) => (
          <li key={chip.field}>
            <EditableChip chip={chip} limits={limits} onWish={onWish} />
          </li>
        ))}
      </ul>
      {reasonsOf(chips).map(({ why, labels }) => (
        <p key={why} className="flex gap-2 text-12 text-ink-2">
          <Ban className="mt-px size-3.5 flex-none" aria-hidden="true" />
          <span>{t('generation.client.wishes.leftOut', { labels: labels.join(', '), why })}</span>
        </p>
      ))}
    </div>
  );
}

function EditableChip({ chip, limits, onWish }: { chip: WishChip } & Omit<Props, 'preferences'>) {
  const { t } = useTexts();
  const { field, label, colour, why } = chip;
  return (
    <Chip className={cn('gap-1 pr-1', why && 'border-edge border-dashed text-ink-2')}>
      <DropdownMenu
        align="start"
        trigger={
          <button type="button" className="inline-flex items-center gap-1.5 rounded-tag">
            {colour && <Dot colour={colour} />}
            {why && <span className="sr-only">{t('generation.client.wishes.notPossible')}</span>}
            <span className={why ? 'line-through' : undefined}>{label}</span>
            <ChevronDown className="text-ink-3" aria-hidden="true" />
          </button>
        }
      >
        <MenuLabel>{t(`generation.client.fields.${field}`)}</MenuLabel>
        <ChoiceItems field={field} limits={limits} onWish={onWish} />
        <MenuSeparator />
        <MenuItem onSelect={() => onWish(field, null)}>{t('generation.client.wishes.takeBack')}</MenuItem>
      </DropdownMenu>
      <button
        type="button"
        aria-label={t('generation.client.wishes.remove', { label })}
        onClick={() => onWish(field, null)}
        className="grid size-6 place-items-center rounded-full hover:bg-wash-2"
      >
        <X aria-hidden="true" />
      </button>
    </Chip>
  );
}

/** The values of one field that can be had, as lines of a menu. */
export function ChoiceItems({
  field,
  limits,
  onWish,
}: { field: PreferenceField } & Omit<Props, 'preferences'>) {
  const texts = useTexts();
  const values: readonly string[] = field === 'backdrop' ? SWATCHES.map(({ hex }) => hex) : VALUES[field];
  return values
    .filter((value) => whyNot(limits, field, value) === null)
    .map((value) => (
      <MenuItem key={value} onSelect={() => onWish(field, value)}>
        {field === 'backdrop' && <Dot colour={value} />}
        {labelOf(field, value, texts)}
      </MenuItem>
    ));
}

export function Dot({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 flex-none rounded-full border border-edge"
      style={{ backgroundColor: colour }}
    />
  );
}

function reasonsOf(chips: readonly WishChip[]): { why: string; labels: string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const { why, label } of chips) if (why) reasons.set(why, [...(reasons.get(why) ?? []), label]);
  return [...reasons].map(([why, labels]) => ({ why, labels }));
}
