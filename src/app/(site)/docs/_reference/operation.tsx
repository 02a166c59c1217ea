import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { OpenApi, Operation, Response, Schema } from '@/contract/document';
import { Fields } from './fields';
import { Prose } from './prose';
import { boundsOf, fieldsOf, typeOf, variantsOf } from './shapes';

const WHO: Record<Operation['x-who'], string> = {
  everyone: 'Everyone',
  person: 'Anybody signed in',
  member: 'Members of the team',
  admin: 'Owners and admins',
  own: 'Only the person it belongs to',
};

type OperationProps = { api: OpenApi; method: string; path: string; operation: Operation };

/** One route. Closed it is a line; what it says is in the page for search engines and "find in page" alike. */
export function OperationEntry({ api, method, path, operation }: OperationProps) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const answers = Object.entries(responses).map(([status, response]) => ({
    status: Number(status),
    response: resolve(api, response),
  }));
  return (
    <details id={operationId} className="group border-b last:border-b-0">
      <summary className="grid cursor-pointer gap-x-4 gap-y-1 py-3 sm:grid-cols-[4rem_minmax(0,1fr)] sm:items-baseline">
        <code className="font-semibold text-12 text-key-ink">{method.toUpperCase()}</code>
        <span className="grid min-w-0 gap-0.5">
          <code className="min-w-0 break-words font-medium text-14">{path}</code>
          <span className="text-14 text-ink-2">
            <Prose text={summary} />
          </span>
        </span>
      </summary>
      <div className="grid gap-5 pb-6 text-14 sm:pl-20">
        {description && (
          <p>
            <Prose text={description} />
          </p>
        )}
        <Access operation={operation} />
        {parameters.length > 0 && (
          <Part title="Parameters">
            <ul className="divide-y">
              {parameters.map((one) => (
                <li
                  key={`${one.in}-${one.name}`}
                  className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2"
                >
                  <code className="font-medium">{one.name}</code>
                  <code className="min-w-0 break-words text-12 text-ink-2">{typeOf(one.schema)}</code>
                  <span className="text-12 text-ink-3">
                    {[`in ${one.in}`, one.required ? '' : 'optional', boundsOf(one.schema)]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                  {one.description && <span className="text-12 text-ink-2">{one.description}</span>}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {requestBody && (
          <Part title="Body">
            <Content content={requestBody.content} optional />
          </Part>
        )}
        {answers
          .filter(({ status }) => status < 400)
          .map(({ status, response }) => (
            <Part key={status} title={`Answers ${status}`}>
              <p className="text-ink-2">{response.description}</p>
              {response.content && <Content content={response.content} optional={false} />}
            </Part>
          ))}
        <Part title="Refuses">
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            {answers.flatMap(({ status, response }) =>
              (response['x-codes'] ?? []).map((code) => (
                <a key={code} href={`#error-${code}`} className="link font-mono text-12">
                  {status} {code}
                </a>
              )),
            )}
          </p>
        </Part>
      </div>
    </details>
  );
}

function Access({ operation }: { operation: Operation }) {
  const scope = operation['x-scope'];
  const keys = operation['x-organization-keys'] ? 'personal tokens and keys of the team' : 'personal tokens';
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
      {WHO[operation['x-who']]}
      {operation['x-who'] !== 'everyone' && (
        <>
          <span aria-hidden="true">·</span>
          {scope ? (
            <span>
              <Badge>{scope}</Badge> for {keys}
            </span>
          ) : (
            <span>no key can; a person does it, signed in</span>
          )}
        </>
      )}
    </p>
  );
}

function Content({ content, optional }: { content: Record<string, { schema: Schema }>; optional: boolean }) {
  const json = content['application/json']?.schema;
  const files = Object.keys(content).filter((type) => type !== 'application/json');
  return (
    <>
      {json && <Json schema={json} optional={optional} />}
      {files.length > 0 && (
        <p className="text-ink-2">
          {json ? 'Or ' : ''}
          <code className="text-12">{files.join(', ')}</code>
        </p>
      )}
    </>
  );
}

function Json({ schema, optional }: { schema: Schema; optional: boolean }) {
  const shape = typeof schema.$ref === 'string' ? typeOf(schema) : null;
  if (shape)
    return (
      <p>
        <a href={`#shape-${shape}`} className="link font-mono text-12">
          {shape}
        </a>
      </p>
    );
  const variants = variantsOf(schema);
  return variants.map((variant, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
    <div key={at}>
      {at > 0 && <p className="pt-2 text-12 text-ink-3">or</p>}
      <Fields fields={fieldsOf(variant)} optional={optional} />
    </div>
  ));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h4 className="font-semibold">{title}</h4>
      {children}
    </section>
  );
}

function resolve(api: OpenApi, response: Response | { $ref: string }): Response {
  if (!('$ref' in response)) return response;
  return api.components.responses[response.$ref.split('/').at(-1) ?? ''] ?? { description: '' };
}
