'use client';

import { useTexts } from '#use-texts';
import { PictureFrame } from '@/components/ui/picture-frame';
import { Time } from '@/components/ui/time';
import type { VersionList } from '../../edit-types';

type Props = {
  list: VersionList;
  /** Id of the version to show everywhere; null: the picture as it was made. */
  onChoose: (id: string | null) => void;
  disabled: boolean;
};

/** The picture as it was made and every saved version; the pressed one is shown everywhere. */
export function VersionStrip({ list, onChoose, disabled }: Props) {
  const { t } = useTexts();
  const { versions, current, original } = list;
  return (
    <section aria-label={t('headshots.client.editor.versions.title')} className="mt-6">
      <h2 className="font-medium">{t('headshots.client.editor.versions.title')}</h2>
      <p className="mb-3 text-ink-2">{t('headshots.client.editor.versions.lead')}</p>
      <ul className="-m-1 flex gap-3 overflow-x-auto p-1 pb-2">
        <Version
          label={t('headshots.client.editor.versions.original')}
          src={original.thumbnailUrl}
          pressed={current === null}
          onPress={() => onChoose(null)}
          disabled={disabled}
        />
        {versions.map(({ id, number, thumbnailUrl, createdAt, transparent }) => (
          <Version
            key={id}
            label={t('headshots.client.editor.versions.version', { number })}
            src={thumbnailUrl}
            pressed={id === current}
            onPress={() => onChoose(id)}
            disabled={disabled}
            transparent={transparent}
            at={createdAt}
          />
        ))}
      </ul>
    </section>
  );
}

type VersionProps = {
  label: string;
  src: string;
  pressed: boolean;
  onPress: () => void;
  disabled: boolean;
  transparent?: boolean;
  at?: string;
};

function Version({ label, src, pressed, onPress, disabled, transparent = false, at }: VersionProps) {
  return (
    <li className="w-20 flex-none">
      <button
        type="button"
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onPress}
        className="block w-full rounded-card text-left"
      >
        <PictureFrame
          src={src}
          alt=""
          small
          eager
          selected={pressed}
          {...(transparent ? { className: 'checker' } : {})}
        />
        <span className="block pt-1.5 text-12">{label}</span>
        {at && (
          <span className="block text-12 text-ink-2">
            <Time value={at} style="date-time" />
          </span>
        )}
      </button>
    </li>
  );
}
