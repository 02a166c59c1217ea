import type { Field } from './shapes';

/** Fields of a body or an answer, those of an object inside it below it. */
export function Fields({ fields, optional }: { fields: readonly Field[]; optional: boolean }) {
  return (
    <ul className="divide-y">
      {fields.map((field) => (
        <li key={field.name} className="py-2">
          <FieldLine field={field} optional={optional} />
          {field.fields.length > 0 && (
            <div className="mt-1 border-l pl-4">
              <Fields fields={field.fields} optional={optional} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function FieldLine({
  field: { name, type, shape, required, description },
  optional,
}: {
  field: Field;
  optional: boolean;
}) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <code className="font-medium">{name}</code>
      {shape ? (
        <a href={`#shape-${shape}`} className="link font-mono text-12">
          {type}
        </a>
      ) : (
        <code className="min-w-0 break-words text-12 text-ink-2">{type}</code>
      )}
      {optional && !required && <span className="text-12 text-ink-3">optional</span>}
      {description && <span className="text-12 text-ink-2">{description}</span>}
    </p>
  );
}
