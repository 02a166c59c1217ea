'use client';

import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import type { Texts } from '@/texts/make-texts';
import { type BackdropView, MAX_BACKDROP_BYTES, MAX_BACKDROPS } from '../../backdrops/backdrop-types';
import { EditError, editProblem, removeBackdrop, uploadBackdrop } from './editor-api';

type Props = {
  slug: string;
  backdrops: readonly BackdropView[];
  /** Id of the one that lies behind the person now. */
  chosen: string | null;
  onAdded: (backdrop: BackdropView) => void;
  onRemoved: (id: string) => void;
};

/** Uploads a picture to stand before, and removes the chosen one. */
export function OwnBackdrops({ slug, backdrops, chosen, onAdded, onRemoved }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const field = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const full = backdrops.length >= MAX_BACKDROPS;

  async function upload(file: File) {
    if (file.size > MAX_BACKDROP_BYTES)
      return setProblem(
        t('headshots.client.editor.own.tooLarge', { megabytes: MAX_BACKDROP_BYTES / 1024 ** 2 }),
      );
    setPending(true);
    setProblem(null);
    try {
      onAdded(await uploadBackdrop(slug, file));
    } catch (error) {
      setProblem(wordsOf(error, texts));
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
        aria-label={t('headshots.client.editor.own.field')}
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
          {t('headshots.client.editor.own.add')}
        </Button>
      )}
      {chosen && (
        <ConfirmDialog
          trigger={
            <Button variant="danger">
              <Trash2 className="size-4" aria-hidden="true" />
              {t('headshots.client.editor.own.remove')}
            </Button>
          }
          title={t('headshots.client.editor.own.removeTitle')}
          description={t('headshots.client.editor.own.removeBody')}
          confirmLabel={t('headshots.client.editor.own.removeConfirm')}
          onConfirm={async () => {
            try {
              await removeBackdrop(slug, chosen);
            } catch (error) {
              return { error: wordsOf(error, texts) };
            }
            setProblem(null);
            onRemoved(chosen);
            return undefined;
          }}
        />
      )}
      {full && !chosen && (
        <p className="basis-full text-12 text-ink-2">
          {t('headshots.client.editor.own.full', { most: MAX_BACKDROPS })}
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

function wordsOf(error: unknown, texts: Texts): string {
  return error instanceof EditError
    ? editProblem(error, texts)
    : texts.t('headshots.client.editor.problem.other');
}
