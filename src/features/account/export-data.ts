/** "Download my data": everything about one person as a ZIP that is written while it is sent. */
import type { Db } from '@/db/types';
import type { Download } from '@/features/headshots/download';
import { readOwnFile } from '@/features/headshots/own-file';
import { isAppError } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { type ZipEntry, zipStream } from '@/lib/zip';
import { exportRecords } from './export-records';
import { listMyPictures, type MyPicture } from './my-pictures';

type Person = { db: Db; userId: string };

/** `data.json` with the records, `pictures.json` that says what each picture is, and the pictures. */
export async function exportMyData(person: Person, clock = systemClock): Promise<Download> {
  const now = clock();
  const records = await exportRecords(person.db, person.userId);
  async function* files(): AsyncGenerator<ZipEntry> {
    yield json('data.json', { exportedAt: now, ...records }, now);
    const written: object[] = [];
    for await (const picture of allPictures(person, now)) {
      const file = await readFile(person, picture.id);
      if (!file) continue;
      const name = `pictures/${picture.id}.${file.format === 'png' ? 'png' : 'jpg'}`;
      const { id, team, style, createdAt, keptUntil } = picture;
      written.push({ file: name, id, team, style, createdAt, keptUntil });
      yield { name, input: file.bytes, lastModified: new Date(createdAt) };
    }
    yield json('pictures.json', written, now);
  }
  return {
    name: `headcraft-my-data-${now.toISOString().slice(0, 10)}.zip`,
    contentType: 'application/zip',
    body: zipStream(files()),
  };
}

async function* allPictures({ db, userId }: Person, now: Date): AsyncGenerator<MyPicture> {
  let cursor: string | undefined;
  do {
    const page = await listMyPictures(db, userId, { cursor, limit: 100 }, now);
    yield* page.pictures;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** One that was deleted while the ZIP is written is left out. */
async function readFile(person: Person, pictureId: string) {
  try {
    return await readOwnFile(person, pictureId);
  } catch (error) {
    if (isAppError(error, 'not_found')) return null;
    throw error;
  }
}

function json(name: string, content: object, lastModified: Date) {
  return { name, input: `${JSON.stringify(content, null, 2)}\n`, lastModified };
}
