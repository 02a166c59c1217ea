'use client';

import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { type BackdropView, MAX_BACKDROP_BYTES, MAX_BACKDROPS } from '../../backdrops/backdrop-types';
import { EditError, removeBackdrop, uploadBackdrop } from './editor-api';

type Props = {
  slug: string;
  backdrops: readonly BackdropView[];
  /** Id of the one that lies behind the person now. */
  chosen: string | null;
  onAdded: (backdrop: BackdropView) => void;
  onRemoved: (id: string) => void;
};

const TOO_LARGE = `This file is larger than ${MAX_BACKDROP_BYTES / 1024 ** 2} MB. Choose a smaller one.`;

/** Uploads a picture to stand before, and removes the chosen one. */
export function OwnBackdrops({ slug, backdrops, chosen, onAdded, onRemoved }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const full = backdrops.length >= MAX_BACKDROPS;

  async function upload(file: File) {
    if (file.size > MAX_BACKDROP_BYTES) return setProblem(TOO_LARGE);
    setPending(true);
    setProblem(null);
    try {
      onAdded(await uploadBackdrop(slug, file));
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <input
        ref={field}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        aria-label="Picture for your own backdrop"
        tabIndex={-1}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (file) void upload(file);
        }}
      />
      {!full && (
        <Button pending={pending} onClick={() => field.current?.click()}>
          <ImagePlus className="size-4" aria-hidden="true" />
          Own picture
        </Button>
      )}
      {chosen && (
        <ConfirmDialog
          trigger={
            <Button variant="danger">
              <Trash2 className="size-4" aria-hidden="true" />
              Remove
            </Button>
          }
          title="Remove this backdrop?"
          description="Its file is deleted within 15 minutes. Versions you saved with it stay as they are."
          confirmLabel="Remove backdrop"
          onConfirm={async () => {
            try {
              await removeBackdrop(slug, chosen);
            } catch (error) {
              return { error: wordsOf(error) };
            }
            setProblem(null);
            onRemoved(chosen);
            return undefined;
          }}
        />
      )}
      {full && !chosen && (
        <p className="basis-full text-12 text-ink-2">
          You have {MAX_BACKDROPS} of your own. To add another, choose one and remove it.
        </p>
      )}
      {problem && (
        <Alert tone="bad" className="basis-full">
          {problem}
        </Alert>
      )}
    </>
  );
}

function wordsOf(error: unknown): string {
  return error instanceof EditError ? error.message : 'That did not work. Try again.';
}
