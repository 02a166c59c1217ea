'use client';

import { useRef } from 'react';
import { useTexts } from '#use-texts';
import { SelfieDrawing } from '@/components/brand/selfie-drawings';
import { Button } from '@/components/ui/button';
import { VerdictCard } from '@/components/ui/verdict';
import type { PhotoView } from '../photo-types';
import { FilePicker } from './add-photos';
import { drawingOf } from './problem-drawing';

type FindingCardProps = {
  photo: Pick<PhotoView, 'findings' | 'thumbnailUrl'>;
  /** The photo's place in its set, from 1. */
  at: number;
  onReplace: (files: File[]) => void;
};

/** What is wrong with one photo, by how much, drawn, and the way to put another in its place. */
export function FindingCard({ photo, at, onReplace }: FindingCardProps) {
  const { t } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [finding, ...more] = photo.findings;
  if (!finding) return null;
  return (
    <>
      <FilePicker
        inputRef={picker}
        onFiles={onReplace}
        label={t('uploads.client.finding.replaceSelfie', { at })}
      />
      <VerdictCard
        tone={finding.level === 'reject' ? 'bad' : 'warn'}
        title={finding.message}
        detail={
          <>
            {finding.detail}
            {more.length > 0 && (
              <span className="block">
                {t('uploads.client.finding.also', { more: more.map(({ message }) => message).join(' ') })}
              </span>
            )}
          </>
        }
        {...(photo.thumbnailUrl
          ? { thumbnail: { src: photo.thumbnailUrl, alt: t('uploads.client.tile.label', { at }) } }
          : {})}
        drawing={<SelfieDrawing problem={drawingOf(finding)} />}
        action={
          <Button onClick={() => picker.current?.click()}>{t('uploads.client.finding.replace')}</Button>
        }
      />
    </>
  );
}
