import type { OpenApi } from '@/contract/document';
import { Fields } from './fields';
import { OperationEntry } from './operation';
import { fieldsOf } from './shapes';

/** The routes of one group, in the order of the document. */
export function GroupReference({ api, group }: { api: OpenApi; group: string }) {
  const entries = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(group))
      .map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <div>
      {entries.map((entry) => (
        <OperationEntry key={entry.operation.operationId} api={api} {...entry} />
      ))}
    </div>
  );
}

/** What has a name because several routes answer it. */
export function Shapes({ api }: { api: OpenApi }) {
  return (
    <div>
      {Object.entries(api.components.schemas)
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([name, schema]) => (
          <section key={name} id={`shape-${name}`} className="border-b py-4 text-14 last:border-b-0">
            <h3 className="font-semibold text-16">{name}</h3>
            {typeof schema.description === 'string' && <p className="text-ink-2">{schema.description}</p>}
            <Fields fields={fieldsOf(schema)} optional={false} />
          </section>
        ))}
    </div>
  );
}
