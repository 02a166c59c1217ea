'use client';

import { RectangleVertical, Redo2, SplitSquareHorizontal, Square, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TickSlider } from '@/components/ui/tick-slider';
import type { Aspect } from '@/features/generation/input';
import type { BackdropView } from '../../backdrops/backdrop-types';
import { ASPECTS, type EditFinish, MAX_ZOOM, type PictureEdit, type StyleBackdrop } from '../../edit-types';
import { BackdropSection } from './backdrop-section';
import { PanelSection } from './panel-section';

type Props = {
  slug: string;
  edit: PictureEdit;
  styles: readonly StyleBackdrop[];
  backdrops: readonly BackdropView[];
  onChange: (edit: PictureEdit, control: string | null) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  comparing: boolean;
  onCompare: (comparing: boolean) => void;
};

const SECTIONS = ['backdrop', 'crop', 'light', 'face'] as const;

/** All tools; on a phone one group at a time, chosen by tabs. */
export function EditorPanel(props: Props) {
  const { slug, edit, styles, backdrops, onChange, undo, redo, comparing, onCompare } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState<string>('backdrop');
  const { backdrop, crop, finish } = edit;
  const finishBy = (name: Exclude<keyof EditFinish, 'blemishes'>) => (value: number) =>
    onChange({ ...edit, finish: { ...finish, [name]: value } }, name);
  const cropBy = (name: 'zoom' | 'x' | 'y') => (value: number) =>
    onChange({ ...edit, crop: { ...crop, [name]: value } }, name);
  return (
    <div className="divide-y">
      <div className="flex flex-wrap items-center justify-between gap-2 px-5 py-3 phone:py-2">
        <SegmentedControl
          label={t('headshots.client.editor.tools')}
          name="tools"
          value={open}
          onValueChange={setOpen}
          options={SECTIONS.map((value) => ({ value, label: t(`headshots.client.editor.tabs.${value}`) }))}
          className="order-last sm:hidden"
        />
        <span className="font-medium">{t('headshots.client.editor.title')}</span>
        <span className="flex gap-1">
          <Button
            variant="bare"
            size="icon"
            aria-label={t('headshots.client.editor.compare')}
            title={t('headshots.client.editor.compare')}
            aria-pressed={comparing}
            className="aria-pressed:bg-wash-2 aria-pressed:text-ink"
            onClick={() => onCompare(!comparing)}
          >
            <SplitSquareHorizontal className="size-4" aria-hidden="true" />
          </Button>
          <Button
            variant="bare"
            size="icon"
            aria-label={t('headshots.client.editor.undo')}
            disabled={!undo}
            onClick={undo ?? undefined}
          >
            <Undo2 className="size-4" aria-hidden="true" />
          </Button>
          <Button
            variant="bare"
            size="icon"
            aria-label={t('headshots.client.editor.redo')}
            disabled={!redo}
            onClick={redo ?? undefined}
          >
            <Redo2 className="size-4" aria-hidden="true" />
          </Button>
        </span>
      </div>
      <BackdropSection
        slug={slug}
        backdrop={backdrop}
        styles={styles}
        own={backdrops}
        hidden={open !== 'backdrop'}
        onChange={(next, control) => onChange({ ...edit, backdrop: next }, control ?? null)}
      />
      <PanelSection title={t('headshots.client.editor.crop.title')} hidden={open !== 'crop'}>
        <SegmentedControl
          label={t('headshots.client.editor.crop.shape')}
          name="shape"
          wide
          value={crop.aspect}
          onValueChange={(aspect) =>
            onChange({ ...edit, crop: { ...crop, aspect: aspect as Aspect, x: 0, y: 0 } }, null)
          }
          options={ASPECTS.map((value) => ({
            value,
            label: (
              <>
                {value === '1:1' ? (
                  <Square className="size-4" aria-hidden="true" />
                ) : (
                  <RectangleVertical className="size-4" aria-hidden="true" />
                )}
                {value}
              </>
            ),
          }))}
          className="mb-2"
        />
        <Slider
          label={t('headshots.client.editor.crop.zoom')}
          value={crop.zoom}
          from={1}
          to={MAX_ZOOM}
          onChange={cropBy('zoom')}
        />
        <Slider
          label={t('headshots.client.editor.crop.x')}
          value={crop.x}
          from={-1}
          to={1}
          onChange={cropBy('x')}
        />
        <Slider
          label={t('headshots.client.editor.crop.y')}
          value={crop.y}
          from={-1}
          to={1}
          onChange={cropBy('y')}
        />
        <p className="mt-2 text-12 text-ink-2">
          {t(`headshots.client.editor.crop.${endOf(crop.zoom) ?? 'within'}`)}
        </p>
      </PanelSection>
      <PanelSection title={t('headshots.client.editor.light.title')} hidden={open !== 'light'}>
        <Slider
          label={t('headshots.client.editor.light.light')}
          value={finish.light}
          from={-1}
          to={1}
          onChange={finishBy('light')}
        />
        <Slider
          label={t('headshots.client.editor.light.contrast')}
          value={finish.contrast}
          from={-1}
          to={1}
          onChange={finishBy('contrast')}
        />
        <Slider
          label={t('headshots.client.editor.light.warmth')}
          value={finish.warmth}
          from={-1}
          to={1}
          onChange={finishBy('warmth')}
        />
      </PanelSection>
      <PanelSection title={t('headshots.client.editor.face.title')} hidden={open !== 'face'}>
        <Slider
          label={t('headshots.client.editor.face.skin')}
          value={finish.skin}
          from={0}
          to={1}
          onChange={finishBy('skin')}
        />
        <Slider
          label={t('headshots.client.editor.face.eyes')}
          value={finish.eyes}
          from={0}
          to={1}
          onChange={finishBy('eyes')}
        />
        <Slider
          label={t('headshots.client.editor.face.teeth')}
          value={finish.teeth}
          from={0}
          to={1}
          onChange={finishBy('teeth')}
        />
        <Checkbox
          className="mt-2"
          label={t('headshots.client.editor.face.blemishes')}
          hint={t('headshots.client.editor.face.blemishesHint')}
          checked={finish.blemishes}
          onChange={({ currentTarget }) =>
            onChange({ ...edit, finish: { ...finish, blemishes: currentTarget.checked } }, null)
          }
        />
      </PanelSection>
    </div>
  );
}

/** Which end of the crop's reach this is. */
function endOf(zoom: number): 'widest' | 'closest' | null {
  if (zoom <= 1) return 'widest';
  return zoom >= MAX_ZOOM ? 'closest' : null;
}

type SliderProps = {
  label: string;
  value: number;
  from: number;
  to: number;
  onChange: (value: number) => void;
};

/** In hundredths of what the control can do, so that every scale reads alike. */
function Slider({ label, value, from, to, onChange }: SliderProps) {
  const base = from === 1 ? 1 : 0;
  const shown = Math.round(((value - base) / (to - base)) * 100);
  return (
    <TickSlider
      label={label}
      min={from < 0 ? -100 : 0}
      max={100}
      step={1}
      value={shown}
      shown={from < 0 && shown > 0 ? `+${shown}` : String(shown).replace('-', '−')}
      onChange={(event) =>
        onChange(Math.round((base + (event.currentTarget.valueAsNumber / 100) * (to - base)) * 1000) / 1000)
      }
    />
  );
}
