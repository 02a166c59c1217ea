'use client';

import { useEffect, useRef, useState } from 'react';
import { sameEdit } from '../../edit-rules';
import type { PictureEdit } from '../../edit-types';
import { type CropBox, EditError, type EditorTarget, fetchPreview } from './editor-api';

/** What the stage shows: a saved file, or a preview that was made for it. */
export type Shown = { src: string; edit: PictureEdit; box: CropBox | null };

/** After the last move of a slider, ms. */
const PAUSE = 120;

/**
 * Keeps a preview of the edit: one request at a time, and after it the newest wish, so a slider never queues up a crowd. What is
 * saved already is shown from its file.
 */
export function usePreview(target: EditorTarget, edit: PictureEdit, saved: Shown) {
  const [preview, setPreview] = useState<Shown | null>(null);
  const [updating, setUpdating] = useState(false);
  const [problem, setProblem] = useState<EditError | null>(null);
  const wanted = useRef(edit);
  const running = useRef(false);
  const isSaved = sameEdit(edit, saved.edit);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edit is what starts it; the target never changes
  useEffect(() => {
    wanted.current = edit;
    setProblem(null);
    if (isSaved) return;
    const timer = setTimeout(run, PAUSE);
    return () => clearTimeout(timer);
  }, [edit, isSaved]);

  // The first preview takes the picture apart; that can be done before somebody asks for one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editor opens
  useEffect(() => {
    fetchPreview(target, saved.edit).catch(() => {});
  }, []);

  useEffect(() => {
    const src = preview?.src;
    return () => {
      if (src) URL.revokeObjectURL(src);
    };
  }, [preview]);

  async function run() {
    if (running.current) return;
    running.current = true;
    setUpdating(true);
    try {
      for (let done: PictureEdit | null = null; done !== wanted.current; ) {
        done = wanted.current;
        const { blob, box } = await fetchPreview(target, done);
        setPreview({ src: URL.createObjectURL(blob), edit: done, box });
      }
    } catch (error) {
      setProblem(error instanceof EditError ? error : new EditError('preview'));
    } finally {
      running.current = false;
      setUpdating(false);
    }
  }

  return { shown: isSaved ? saved : (preview ?? saved), updating: updating && !isSaved, problem, retry: run };
}
