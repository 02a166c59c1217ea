'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { newRequestKey } from '@/lib/request-key';
import type { LocalUpload } from '../client-types';
import type { PhotoStatus } from '../photo-types';
import { forgetFile, keepFile, listKeptFiles } from './kept-files';
import { identifyFile, prepareFile, type Refusal } from './prepare-file';
import { ApiError, messageOf, sendPhoto } from './uploads-api';

const AT_ONCE = 3;
/** Waits before sending again by itself, ms. */
const RETRY_AFTER = [1_000, 4_000, 10_000];
/** Waits before asking again after a photo that the server is still checking, ms; the last one from then on. */
const LOOK_AFTER = [2_000, 10_000, 30_000];

type Options<Photo> = {
  /** The route that takes them. */
  path: string;
  /** Whose files those are that wait in this browser for a page that comes back; without it none wait. */
  owner?: string | undefined;
  /** Of the set's photo with this key; undefined when it has none. */
  statusOf: (key: string) => PhotoStatus | undefined;
  /** The server has judged the photo and the set changed. Awaited, so that the tile is never missing in between. */
  onChecked: (photo: Photo, file: Blob) => Promise<void>;
  onDuplicate: (name: string) => void;
};

type Kept = {
  file: Blob;
  name: string;
  previewUrl: string;
  stop: AbortController;
  /** How often the server said that it is still checking it. */
  looked: number;
};

/**
 * Files on their way to the server: prepared one by one, sent three at a time, sent again when the connection fails. Offline they
 * wait. What a closed page left behind goes on by itself; the key makes sure that nothing arrives twice.
 */
export function useUploads<Photo extends { status: PhotoStatus }>({
  path,
  owner,
  statusOf,
  onChecked,
  onDuplicate,
}: Options<Photo>) {
  const [uploads, setUploads] = useState<LocalUpload[]>([]);
  const texts = useTexts();
  const files = useRef(new Map<string, Kept>());
  const queue = useRef<string[]>([]);
  const sending = useRef(0);
  const latest = useRef({ statusOf, onChecked, onDuplicate });
  useEffect(() => {
    latest.current = { statusOf, onChecked, onDuplicate };
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

  /** Also takes back a file that is being sent. */
  const dismiss = useCallback(
    (key: string) => {
      const kept = files.current.get(key);
      if (kept) URL.revokeObjectURL(kept.previewUrl);
      kept?.stop.abort();
      files.current.delete(key);
      queue.current = queue.current.filter((waiting) => waiting !== key);
      setUploads((all) => all.filter((upload) => upload.key !== key));
      void forgetFile(owner, key);
    },
    [owner],
  );

  /** Answers after how long to ask again, ms, where the server was still checking. */
  const send = useCallback(
    async (key: string): Promise<number | undefined> => {
      for (let attempt = 0; ; attempt += 1) {
        const kept = files.current.get(key);
        if (!kept) return;
        await untilOnline(() => change(key, { phase: 'offline', progress: 0 }), kept.stop.signal);
        change(key, { phase: 'sending', progress: 0, error: null });
        const onProgress = (progress: number) =>
          change(key, { phase: progress === 100 ? 'checking' : 'sending', progress });
        const { file, name, stop, looked } = kept;
        try {
          const signal = stop.signal;
          const photo = await sendPhoto<Photo>({
            path,
            key,
            name,
            file,
            onProgress,
            signal,
            maybeThere: looked > 0,
          });
          if (photo.status === 'checking') {
            change(key, { phase: 'checking', progress: 100 });
            kept.looked += 1;
            return LOOK_AFTER[Math.min(looked, LOOK_AFTER.length - 1)];
          }
          await latest.current.onChecked(photo, file);
          dismiss(key);
          return;
        } catch (thrown) {
          if (!files.current.has(key)) return;
          const message = messageOf(thrown, texts, 'sending');
          const error = thrown instanceof ApiError ? thrown : new ApiError(500);
          if (!navigator.onLine) continue;
          const wait = RETRY_AFTER[attempt];
          if (!error.isPassing || wait === undefined) {
            change(key, { phase: 'failed', error: message, retryable: error.canRetry });
            // After signing in again it can go on; what was refused for itself is not tried again.
            if (!error.canRetry && error.status !== 401) void forgetFile(owner, key);
            return;
          }
          const asked = error.details.retryAfterSeconds;
          await pause(typeof asked === 'number' ? asked * 1_000 : wait);
        }
      }
    },
    [path, owner, texts, change, dismiss],
  );

  const pump = useCallback(() => {
    while (sending.current < AT_ONCE) {
      const key = queue.current.shift();
      if (key === undefined) return;
      sending.current += 1;
      void send(key)
        .then((again) => {
          if (again === undefined) return;
          setTimeout(() => {
            queue.current.push(key);
            pump();
          }, again);
        })
        .finally(() => {
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

  const show = useCallback((key: string, name: string, file: Blob) => {
    const previewUrl = URL.createObjectURL(file);
    files.current.set(key, { file, name, previewUrl, stop: new AbortController(), looked: 0 });
    setUploads((all) => [...all, waitingUpload(key, name, previewUrl)]);
  }, []);

  const refuse = useCallback(
    (key: string, why: Refusal) =>
      change(key, { phase: 'failed', error: texts.t(`uploads.client.refused.${why}`) }),
    [texts, change],
  );

  const add = useCallback(
    async (chosen: readonly File[]) => {
      for (const file of chosen) {
        const identified = await identifyFile(file);
        if ('refused' in identified) {
          const key = newRequestKey();
          show(key, file.name, file);
          refuse(key, identified.refused);
          continue;
        }
        const { key } = identified;
        if (files.current.has(key) || latest.current.statusOf(key)) {
          latest.current.onDuplicate(file.name);
          continue;
        }
        show(key, file.name, file);
        const prepared = await prepareFile(file);
        const kept = files.current.get(key);
        if (!kept) continue;
        if ('refused' in prepared) {
          refuse(key, prepared.refused);
          continue;
        }
        kept.file = prepared.file;
        await keepFile(owner, { key, name: file.name, file: prepared.file });
        queue.current.push(key);
        pump();
      }
    },
    [owner, show, refuse, pump],
  );

  useEffect(() => {
    void listKeptFiles(owner).then((left) => {
      for (const { key, name, file } of left) {
        if (files.current.has(key)) continue;
        const status = latest.current.statusOf(key);
        // While the server is checking it, perhaps one that is gone by now, the file is still needed.
        if (status && status !== 'checking') {
          void forgetFile(owner, key);
          continue;
        }
        show(key, name, file);
        queue.current.push(key);
      }
      pump();
    });
  }, [owner, show, pump]);

  return { uploads, add, retry, dismiss };
}

function waitingUpload(key: string, name: string, previewUrl: string): LocalUpload {
  return { key, name, previewUrl, phase: 'waiting', progress: 0, error: null, retryable: false };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Comes back when the browser has a connection, or when the file was taken back. */
async function untilOnline(whileWaiting: () => void, signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return;
  whileWaiting();
  await new Promise<void>((resolve) => {
    const done = () => resolve();
    window.addEventListener('online', done, { once: true, signal });
    signal.addEventListener('abort', done, { once: true });
  });
}
