'use client';

import { useEffect, useRef, useState } from 'react';
import { filesOfDrop } from './dropped-files';

/** Files that are dropped anywhere on the page (folders too) or pasted. Answers whether files are being dragged over it. */
export function useIncomingFiles(onFiles: (files: File[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      void filesOfDrop(event.dataTransfer).then((files) => latest.current(files));
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || bringsWords(event)) return;
      event.preventDefault();
      latest.current(files);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => stop.abort();
  }, []);
  return dragging;
}

/** Words copied in a text editor bring a picture of themselves: in a field they are words. */
function bringsWords({ target, clipboardData }: ClipboardEvent): boolean {
  const inField = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
  return inField && (clipboardData?.types.includes('text/plain') ?? false);
}
