'use client';

import { Eraser, ImageIcon, Lightbulb, Pipette } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
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
  ['#ffffff', 'White'],
  ['#e7e9ec', 'Pale grey'],
  ['#9ba1a9', 'Grey'],
  ['#2c3036', 'Charcoal'],
  ['#d9cbb6', 'Sand'],
  ['#7f9b8a', 'Sage'],
  ['#8fb2d3', 'Light blue'],
  ['#1f3a5f', 'Navy'],
] as const;

/** As it was made, a style's, a colour, a picture of one's own, or none. */
export function BackdropSection({ slug, backdrop, styles, own, onChange, hidden }: Props) {
  const [backdrops, setBackdrops] = useState(own);
  const chosen = backdrop.kind === 'upload' ? backdrop.id : null;
  const ownColour = backdrop.kind === 'colour' && !COLOURS.some(([hex]) => hex === backdrop.colour);
  return (
    <PanelSection title="Backdrop" aside={nameOf(backdrop, styles)} hidden={hidden}>
      <fieldset className="grid grid-cols-6 gap-2.5 p-0.5">
        <legend className="sr-only">Backdrop</legend>
        <Swatch
          label="As it was made"
          checked={backdrop.kind === 'keep'}
          onChoose={() => onChange({ kind: 'keep' })}
        >
          <ImageIcon />
        </Swatch>
        <Swatch
          label="None: a transparent PNG"
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
            label={name}
            background={hex}
            checked={backdrop.kind === 'colour' && backdrop.colour === hex}
            onChoose={() => onChange({ kind: 'colour', colour: hex })}
          />
        ))}
        {backdrops.map(({ id, url }, at) => (
          <Swatch
            key={id}
            label={`Your own, ${at + 1}`}
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
          Own colour
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
            Another light
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

function nameOf(backdrop: Backdrop, styles: readonly StyleBackdrop[]): string {
  switch (backdrop.kind) {
    case 'keep':
      return 'As it was made';
    case 'none':
      return 'None, transparent';
    case 'colour':
      return COLOURS.find(([hex]) => hex === backdrop.colour)?.[1] ?? backdrop.colour;
    case 'style':
      return styles.find(({ id }) => id === backdrop.style)?.name ?? 'Of a former style';
    case 'upload':
      return 'Your own picture';
  }
}
