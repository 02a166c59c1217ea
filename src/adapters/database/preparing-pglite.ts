/**
 * PGlite that lets Postgres remember how a statement is read and planned. Pages send the same statements over and over, and in
 * WebAssembly planning them costs several times what running them does. Tables change before anything is asked, never while it runs.
 */
import {
  PGlite,
  parse,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite';

/** Statements that Postgres remembers; the one that was not sent for the longest goes first. */
const MOST = 300;

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];
type Prepared = { name: string; types: readonly number[] };

const { serialize } = protocol;

export class PreparingPglite extends PGlite {
  /** By text, the one sent last at the end. */
  readonly #prepared = new Map<string, Prepared>();
  #names = 0;

  override async query<T>(
    text: string,
    params: unknown[] = [],
    options: QueryOptions = {},
  ): Promise<Results<T>> {
    await this._checkReady();
    return this._runExclusiveTransaction(() => this.#run<T>(text, params, options));
  }

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) =>
      work(
        Object.assign(Object.create(tx) as Transaction, {
          query: async <R>(text: string, params: unknown[] = [], options: QueryOptions = {}) => {
            if (tx.closed) throw new Error('The transaction is over.');
            return this.#run<R>(text, params, options);
          },
        }),
      ),
    );
  }

  #run<T>(text: string, params: readonly unknown[], options: QueryOptions): Promise<Results<T>> {
    return this._runExclusiveQuery(async () => {
      const { name, types } = await this.#preparedFor(text);
      const values = params.map((value, at) => this.#written(value, types[at] ?? 0));
      const messages = await this.#send(
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      );
      const read = { rowMode: options.rowMode ?? 'object' };
      return parse.parseResults(messages, this.#parsersFor(options), read)[0] as Results<T>;
    });
  }

  async #preparedFor(text: string): Promise<Prepared> {
    const prepared = this.#prepared.get(text) ?? (await this.#prepare(text));
    this.#prepared.delete(text);
    this.#prepared.set(text, prepared);
    return prepared;
  }

  async #prepare(text: string): Promise<Prepared> {
    const [oldest] = this.#prepared.size >= MOST ? this.#prepared : [];
    if (oldest) {
      this.#prepared.delete(oldest[0]);
      await this.#send(serialize.close({ type: 'S', name: oldest[1].name }), serialize.sync());
    }
    this.#names += 1;
    const name = `headcraft_${this.#names}`;
    const messages = await this.#send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    return { name, types: messages.find(describesTypes)?.dataTypeIDs ?? [] };
  }

  /** All of it in one call: each call into WebAssembly has its price. */
  #send(...messages: Uint8Array[]): Promise<Message[]> {
    return this.execProtocolStream(new Uint8Array(Buffer.concat(messages)));
  }

  /** Those of `options` before ours. Not copied together, as the package would: there are hundreds, and as many copies as queries. */
  #parsersFor({ parsers }: QueryOptions): PGlite['parsers'] {
    return parsers ? Object.assign(Object.create(this.parsers), parsers) : this.parsers;
  }

  #written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    return this.serializers[type]?.(value) ?? String(value);
  }
}

function describesTypes(message: Message): message is Message & { dataTypeIDs: number[] } {
  return message.name === 'parameterDescription';
}
