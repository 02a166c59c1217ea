/**
 * better-auth calls our mail callbacks inside its own transaction but hands them no handle. This remembers the running one, so
 * that a mail exists if and only if the account does; with PGlite's one connection the outer handle would wait for ever.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db } from '@/db/types';

export type TransactionScope = {
  /** The handle to give to better-auth. */
  db: Db;
  /** The transaction that is running here, or the plain handle. */
  current(): Db;
};

export function transactionScope(db: Db): TransactionScope {
  const running = new AsyncLocalStorage<Db>();
  const transaction: Db['transaction'] = (work, config) =>
    db.transaction((tx) => running.run(tx as Db, () => work(tx)), config);
  return {
    db: Object.assign(Object.create(db) as Db, { transaction }),
    current: () => running.getStore() ?? db,
  };
}
