/**
 * Photos that are chosen and not yet on the server wait in this browser, so that a page that is reloaded or closed loses none. Each
 * goes when it has arrived or is taken back, all after a day. Where the browser keeps nothing (private windows) nothing waits.
 */
import { DAY } from '@/lib/time';

type KeptFile = { key: string; name: string; file: Blob };
type Row = KeptFile & { owner: string; keptAt: number };

const STORE = 'files';

/** `owner`: whose photos they are; nobody else who uses this browser finds them. */
export async function keepFile(owner: string | undefined, file: KeptFile): Promise<void> {
  if (owner) await within('readwrite', (store) => store.put({ ...file, owner, keptAt: Date.now() }));
}

export async function forgetFile(owner: string | undefined, key: string): Promise<void> {
  if (owner) await within('readwrite', (store) => store.delete([owner, key]));
}

export async function forgetFiles(owner: string): Promise<void> {
  await within('readwrite', (store) => store.delete(ofOwner(owner)));
}

/** In the order of their keys. Forgets what has waited for a day, whoever's it is. */
export async function listKeptFiles(owner: string | undefined): Promise<KeptFile[]> {
  if (!owner) return [];
  const all = ((await within('readonly', (store) => store.getAll())) ?? []) as Row[];
  const old = all.filter(({ keptAt }) => Date.now() - keptAt > DAY);
  for (const row of old) await forgetFile(row.owner, row.key);
  return all.filter((row) => row.owner === owner && !old.includes(row));
}

function ofOwner(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []]);
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await open();
    try {
      return await finished(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('headcraft-uploads', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['owner', 'key'] });
  return finished(request);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
