'use client';

import { Eraser, ImageIcon, Lightbulb, Pipette } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import type { Texts } from '@/texts/make-texts';
import type { BackdropView } from '../../backdrops/backdrop-types';
import type { Backdrop, StyleBackdrop } from '../../edit-types';
import { OwnBackdrops } from './own-backdrops';
import { PanelSection } from './panel-section';
import { Swatch } from './swatch';

type Props = {
  slug: string;
  backdrop: Backdrop;
  styles: readonly StyleBackdrop[];
  /** Uploaded by the member, as they were when the page was read. */
  own: readonly BackdropView[];
  onChange: (backdrop: Backdrop, control?: string) => void;
  hidden: boolean;
};

/** Plain colours that suit a portrait; any other is one press further. */
const COLOURS = [
  ['#ffffff', 'white'],
  ['#e7e9ec', 'paleGrey'],
  ['#9ba1a9', 'grey'],
  ['#2c3036', 'charcoal'],
  ['#d9cbb6', 'sand'],
  ['#7f9b8a', 'sage'],
  ['#8fb2d3', 'lightBlue'],
  ['#1f3a5f', 'navy'],
] as const;

/** As it was made, a style's, a colour, a picture of one's own, or none. */
export function BackdropSection({ slug, backdrop, styles, own, onChange, hidden }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [backdrops, setBackdrops] = useState(own);
  const chosen = backdrop.kind === 'upload' ? backdrop.id : null;
  const ownColour = backdrop.kind === 'colour' && !COLOURS.some(([hex]) => hex === backdrop.colour);
  return (
    <PanelSection
      title={t('headshots.client.editor.backdrop.title')}
      aside={nameOf(backdrop, styles, texts)}
      hidden={hidden}
    >
      <fieldset className="grid grid-cols-6 gap-2.5 p-0.5">
        <legend className="sr-only">{t('headshots.client.editor.backdrop.title')}</legend>
        <Swatch
          label={t('headshots.client.editor.backdrop.keep')}
          checked={backdrop.kind === 'keep'}
          onChoose={() => onChange({ kind: 'keep' })}
        >
          <ImageIcon />
        </Swatch>
        <Swatch
          label={t('headshots.client.editor.backdrop.none')}
          className="checker"
          checked={backdrop.kind === 'none'}
          onChoose={() => onChange({ kind: 'none' })}
        >
          <Eraser />
        </Swatch>
        {styles.map(({ id, name, colours }) => (
          <Swatch
            key={id}
            label={name}
            background={gradientOf(colours)}
            checked={backdrop.kind === 'style' && backdrop.style === id}
            onChoose={() => onChange({ kind: 'style', style: id, seed: 1 })}
          />
        ))}
        {COLOURS.map(([hex, name]) => (
          <Swatch
            key={hex}
            label={t(`headshots.client.editor.backdrop.colours.${name}`)}
            background={hex}
            checked={backdrop.kind === 'colour' && backdrop.colour === hex}
            onChoose={() => onChange({ kind: 'colour', colour: hex })}
          />
        ))}
        {backdrops.map(({ id, url }, at) => (
          <Swatch
            key={id}
            label={t('headshots.client.editor.backdrop.upload', { number: at + 1 })}
            background={`center / cover url("${url}")`}
            checked={chosen === id}
            onChoose={() => onChange({ kind: 'upload', id })}
          />
        ))}
      </fieldset>
      <div className="mt-3 flex flex-wrap gap-2">
        <label className="relative inline-flex h-control cursor-pointer items-center gap-2 rounded-control border bg-card px-3 font-medium hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2">
          {ownColour ? (
            <span
              className="size-4 rounded-full shadow-[inset_0_0_0_1px_var(--line)]"
              style={{ background: backdrop.colour }}
              aria-hidden="true"
            />
          ) : (
            <Pipette className="size-4" aria-hidden="true" />
          )}
          {t('headshots.client.editor.backdrop.ownColour')}
          <input
            type="color"
            value={backdrop.kind === 'colour' ? backdrop.colour : '#ffffff'}
            onChange={(event) =>
              onChange({ kind: 'colour', colour: event.currentTarget.value.toLowerCase() }, 'own colour')
            }
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </label>
        {backdrop.kind === 'style' && (
          <Button onClick={() => onChange({ ...backdrop, seed: backdrop.seed + 1 })}>
            <Lightbulb className="size-4" aria-hidden="true" />
            {t('headshots.client.editor.backdrop.otherLight')}
          </Button>
        )}
        <OwnBackdrops
          slug={slug}
          backdrops={backdrops}
          chosen={backdrops.some(({ id }) => id === chosen) ? chosen : null}
          onAdded={(added) => {
            setBackdrops((all) => [...all.filter(({ id }) => id !== added.id), added]);
            onChange({ kind: 'upload', id: added.id });
          }}
          onRemoved={(removed) => {
            setBackdrops((all) => all.filter(({ id }) => id !== removed));
            onChange({ kind: 'keep' });
          }}
        />
      </div>
    </PanelSection>
  );
}

function gradientOf([core, edge = core, accent]: string[]): string {
  const paper = `radial-gradient(circle at 50% 40%, ${core}, ${edge})`;
  return accent ? `radial-gradient(circle at 100% 30%, ${accent}, transparent 60%), ${paper}` : paper;
}

function nameOf(backdrop: Backdrop, styles: readonly StyleBackdrop[], { t }: Texts): string {
  switch (backdrop.kind) {
    case 'keep':
      return t('headshots.client.editor.backdrop.keep');
    case 'none':
      return t('headshots.client.editor.backdrop.noneShort');
    case 'colour': {
      const name = COLOURS.find(([hex]) => hex === backdrop.colour)?.[1];
      return name ? t(`headshots.client.editor.backdrop.colours.${name}`) : backdrop.colour;
    }
    case 'style':
      return (
        styles.find(({ id }) => id === backdrop.style)?.name ??
        t('headshots.client.editor.backdrop.formerStyle')
      );
    case 'upload':
      return t('headshots.client.editor.backdrop.uploadShort');
  }
}
