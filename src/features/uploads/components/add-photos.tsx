'use client';

import { Camera, Images } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { ACCEPT } from './prepare-file';

type FilePickerProps = {
  inputRef: RefObject<HTMLInputElement | null>;
  onFiles: (files: File[]) => void;
  label: string;
  /** Opens the front camera of a phone at once. */
  camera?: boolean;
  multiple?: boolean;
};

/** The hidden input behind a button. */
export function FilePicker({ inputRef, onFiles, label, camera = false, multiple = false }: FilePickerProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      aria-label={label}
      accept={camera ? 'image/*' : ACCEPT}
      capture={camera ? 'user' : undefined}
      multiple={multiple}
      tabIndex={-1}
      hidden
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        // Choosing the same file again must be a change again.
        event.currentTarget.value = '';
      }}
    />
  );
}

type AddPhotosProps = {
  onFiles: (files: File[]) => void;
  /** Files are being dragged over the page. */
  dragging: boolean;
  /** Nothing is there yet: the drop takes the whole width and says how to begin. */
  empty: boolean;
};

/** The dashed drop: browse by pressing it, and on a phone the camera beside it. */
export function AddPhotos({ onFiles, dragging, empty }: AddPhotosProps) {
  const { t } = useTexts();
  const browse = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  return (
    <li className={cn('phone:order-first phone:col-span-full', empty && 'col-span-full')}>
      <FilePicker inputRef={browse} onFiles={onFiles} label={t('uploads.client.add.choose')} multiple />
      <FilePicker inputRef={camera} onFiles={onFiles} label={t('uploads.client.add.take')} camera />
      <button
        type="button"
        onClick={() => browse.current?.click()}
        className={cn(
          'grid w-full place-content-center place-items-center gap-1.5 rounded-card border border-edge border-dashed p-3 text-center text-12 text-ink-2 transition-colors hover:bg-wash hover:text-ink',
          'phone:h-16 phone:grid-flow-col phone:gap-3 phone:text-left',
          empty ? 'h-56' : 'aspect-4/5 phone:aspect-auto',
          dragging && 'border-key bg-key-wash text-ink',
        )}
      >
        <Images className="size-5" aria-hidden="true" />
        <span>
          <b className="font-semibold text-ink">
            {t(empty ? 'uploads.client.add.first' : 'uploads.client.add.more')}
          </b>
          <br />
          <OnDesk>{t(dragging ? 'uploads.client.add.letGo' : 'uploads.client.add.ways')}</OnDesk>
          <span className="sm:hidden">{t('uploads.client.add.several')}</span>
        </span>
      </button>
      <Button
        className="mt-2 hidden w-full phone:inline-flex pointer-coarse:inline-flex"
        onClick={() => camera.current?.click()}
      >
        <Camera className="size-4" aria-hidden="true" />
        {t('uploads.client.add.takeNow')}
      </Button>
    </li>
  );
}

function OnDesk({ children }: { children: ReactNode }) {
  return <span className="phone:hidden">{children}</span>;
}
