'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LocalUpload } from '../client-types';
import type { PhotoView } from '../photo-types';
import { keyOf, prepareFile } from './prepare-file';
import { ApiError, sendPhoto } from './uploads-api';

const AT_ONCE = 3;
/** Waits before sending again by itself, ms. */
const RETRY_AFTER = [1_000, 4_000, 10_000];

type Options = {
  team: string;
  /** Keys of the photos the set has already. */
  isKnown: (key: string) => boolean;
  /** The server has judged the photo and the set changed. Awaited, so that the tile is never missing in between. */
  onChecked: (photo: PhotoView) => Promise<void>;
  onDuplicate: (name: string) => void;
};

/** Files on their way to the server: prepared one by one, sent three at a time, sent again when the connection fails. */
export function useUploads({ team, isKnown, onChecked, onDuplicate }: Options) {
  const [uploads, setUploads] = useState<LocalUpload[]>([]);
  const files = useRef(new Map<string, { file: Blob; name: string; previewUrl: string }>());
  const queue = useRef<string[]>([]);
  const sending = useRef(0);
  const latest = useRef({ isKnown, onChecked, onDuplicate });
  useEffect(() => {
    latest.current = { isKnown, onChecked, onDuplicate };
  });
  useEffect(() => {
    const kept = files.current;
    return () => {
      for (const { previewUrl } of kept.values()) URL.revokeObjectURL(previewUrl);
    };
  }, []);

  const change = useCallback((key: string, part: Partial<LocalUpload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  }, []);

  const dismiss = useCallback((key: string) => {
    const kept = files.current.get(key);
    if (kept) URL.revokeObjectURL(kept.previewUrl);
    files.current.delete(key);
    setUploads((all) => all.filter((upload) => upload.key !== key));
  }, []);

  const send = useCallback(
    async (key: string) => {
      for (let attempt = 0; ; attempt += 1) {
        const kept = files.current.get(key);
        if (!kept) return;
        change(key, { phase: 'sending', progress: 0, error: null });
        const onProgress = (progress: number) =>
          change(key, { phase: progress === 100 ? 'checking' : 'sending', progress });
        try {
          const photo = await sendPhoto({ team, key, name: kept.name, file: kept.file, onProgress });
          await latest.current.onChecked(photo);
          return dismiss(key);
        } catch (thrown) {
          const error =
            thrown instanceof ApiError ? thrown : new ApiError(500, 'This photo could not be sent.');
          const wait = RETRY_AFTER[attempt];
          if (!error.isPassing || wait === undefined) {
            change(key, { phase: 'failed', error: error.message, retryable: error.isPassing });
            return;
          }
          const asked = error.details.retryAfterSeconds;
          await pause(typeof asked === 'number' ? asked * 1_000 : wait);
        }
      }
    },
    [team, change, dismiss],
  );

  const pump = useCallback(() => {
    while (sending.current < AT_ONCE) {
      const key = queue.current.shift();
      if (key === undefined) return;
      sending.current += 1;
      void send(key).finally(() => {
        sending.current -= 1;
        pump();
      });
    }
  }, [send]);

  const retry = useCallback(
    (key: string) => {
      change(key, { phase: 'waiting', error: null });
      queue.current.push(key);
      pump();
    },
    [change, pump],
  );

  const add = useCallback(
    async (chosen: readonly File[]) => {
      for (const file of chosen) {
        const key = await keyOf(file);
        if (files.current.has(key) || latest.current.isKnown(key)) {
          latest.current.onDuplicate(file.name);
          continue;
        }
        const previewUrl = URL.createObjectURL(file);
        files.current.set(key, { file, name: file.name, previewUrl });
        const waiting: LocalUpload = {
          key,
          name: file.name,
          previewUrl,
          phase: 'waiting',
          progress: 0,
          error: null,
          retryable: false,
        };
        setUploads((all) => [...all, waiting]);
        const prepared = await prepareFile(file);
        if ('refused' in prepared) {
          change(key, { phase: 'failed', error: prepared.refused });
          continue;
        }
        files.current.set(key, { file: prepared.file, name: file.name, previewUrl });
        queue.current.push(key);
        pump();
      }
    },
    [change, pump],
  );

  return { uploads, add, retry, dismiss };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
