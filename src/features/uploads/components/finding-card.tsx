'use client';

import { useRef } from 'react';
import { SelfieDrawing } from '@/components/brand/selfie-drawings';
import { Button } from '@/components/ui/button';
import { VerdictCard } from '@/components/ui/verdict';
import type { PhotoView } from '../photo-types';
import { FilePicker } from './add-photos';
import { drawingOf } from './problem-drawing';

type FindingCardProps = {
  photo: Pick<PhotoView, 'findings' | 'thumbnailUrl'>;
  label: string;
  onReplace: (files: File[]) => void;
};

/** What is wrong with one photo, by how much, drawn, and the way to put another in its place. */
export function FindingCard({ photo, label, onReplace }: FindingCardProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [finding, ...more] = photo.findings;
  if (!finding) return null;
  return (
    <>
      <FilePicker inputRef={picker} onFiles={onReplace} label={`Replace ${label.toLowerCase()}`} />
      <VerdictCard
        tone={finding.level === 'reject' ? 'bad' : 'warn'}
        title={finding.message}
        detail={
          <>
            {finding.detail}
            {more.length > 0 && (
              <span className="block">Also: {more.map(({ message }) => message).join(' ')}</span>
            )}
          </>
        }
        {...(photo.thumbnailUrl ? { thumbnail: { src: photo.thumbnailUrl, alt: label } } : {})}
        drawing={<SelfieDrawing problem={drawingOf(finding)} />}
        action={<Button onClick={() => picker.current?.click()}>Replace</Button>}
      />
    </>
  );
}
