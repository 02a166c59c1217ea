/** What a drop brings: files, and the pictures in folders. */
import { looksLikePhoto } from './prepare-file';

/** A set takes thirty; a folder of holidays does not become thousands of tiles. */
const MOST = 60;
const DEEPEST = 3;

/** Of folders only what looks like a photo; of single files all, so that a wrong one is told why. */
export async function filesOfDrop(drop: DataTransfer): Promise<File[]> {
  // Both must be asked for now: after the event the browser has emptied them.
  const files = [...drop.files];
  const entries = [...drop.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  const found: File[] = [];
  for (const entry of entries) await collect(entry, found, 0);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[], depth: number): Promise<void> {
  if (found.length >= MOST) return;
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    if (file && (depth === 0 || looksLikePhoto(file))) found.push(file);
  } else if (isFolder(entry) && depth < DEEPEST) {
    for (const inside of await listFolder(entry)) await collect(inside, found, depth + 1);
  }
}

/** A browser hands a folder over in portions, the last one empty. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (portion.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name));
    all.push(...portion);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
