/**
 * The process's database. The promise lives on `globalThis` because Next loads server code several times in one
 * process, and PGlite's folder must be opened once.
 */

import type { Db } from '@/db/types';
import { env } from '@/env';
import { connect } from './connect';
import type { Connection } from './connection';

const holder = globalThis as typeof globalThis & { headcraftConnection?: Promise<Connection> };

export function connection(): Promise<Connection> {
  holder.headcraftConnection ??= connect(env()).catch((error: unknown) => {
    holder.headcraftConnection = undefined;
    throw error;
  });
  return holder.headcraftConnection;
}

export async function database(): Promise<Db> {
  return (await connection()).db;
}
