/**
 * Finds what a person reads but no message file holds: words in markup, in attributes that are read, and sentences in code. Exits
 * non-zero and names every place. `npx tsx scripts/check-texts.ts src/features/credits` looks at one folder.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Read by developers, or by whoever tries the product on one machine; in English only. */
const ENGLISH_ONLY = [
  // Told to metrics; scopes, to readers of the API's reference: pages have their own words for them.
  /^src\/lib\/(process-gauges|telemetry|scopes)\./,
  /^src\/(adapters|db|jobs|vision|contract|env|instrumentation|texts)/,
  /^src\/app\/(dev|api)\//,
  /^src\/app\/\(site\)\/docs\//,
  // Names of styles.
  /^src\/app\/\(site\)\/_landing\/styles\./,
  /^src\/features\/(local-stripe\/|admin\/|demo\/(?!components))/,
  // Told to Stripe's servers, to the log, and to staff at a command line.
  /^src\/features\/billing\/(reconcile|webhook)\//,
  /^src\/features\/billing\/(stripe-reads|plans\/plan-reading|checkout\/replay-order)\./,
  /^src\/components\/shell\/dev-shell/,
  // Names.
  /^src\/components\/brand\/fonts\./,
  // What image models are told.
  /^src\/features\/generation\/(prompts\/|chat\/assistant-answer)/,
];

const READ_ATTRIBUTES = /^(alt|title|label|placeholder|aria-label|description|heading|hint|summary|caption)$/;
/** Their words are for logs, stack traces and the API's documentation. */
const UNREAD_CALLS =
  /^(Error|TypeError|RangeError|describe|meta|warn|info|error|debug|fatal|sql|raw|super|VisionError|EngineError|VendorFailure)$/;
/** Two words or more that begin like a sentence. */
const SENTENCE = /^[\s"“(]*[A-Z][\p{L}’'-]*,? +[\p{L}{].*\p{Ll}/u;
const WORD = /\p{L}{2}/u;
/** Reads the same in every language. */
const NAME = /^\s*(© \d+ )?headcraft\s*$/;

const only = process.argv.slice(2);
const problems = (only.length > 0 ? only : ['src', 'emails'])
  .flatMap(listFiles)
  .filter((file) => !ENGLISH_ONLY.some((pattern) => pattern.test(file)))
  .flatMap(bareTexts);

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\ntexts: ${problems.length} outside of the message files\n`);
  process.exit(1);
}

function listFiles(entry: string): string[] {
  if (statSync(entry).isDirectory())
    return readdirSync(entry).flatMap((name) => listFiles(path.posix.join(entry, name)));
  return /\.tsx?$/.test(entry) && !/\.test\.tsx?$/.test(entry) ? [entry] : [];
}

function bareTexts(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = bareText(node);
    if (text) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: "${text.trim().replace(/\s+/g, ' ')}"`);
    }
    if (!isUnread(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function bareText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return WORD.test(node.text) && !NAME.test(node.text) ? node.text : undefined;
  const text = literalText(node);
  if (text === undefined || NAME.test(text)) return undefined;
  const attribute = ts.isJsxAttribute(node.parent) ? node.parent.name.getText() : undefined;
  if (attribute) return READ_ATTRIBUTES.test(attribute) && WORD.test(text) ? text : undefined;
  return SENTENCE.test(text) ? text : undefined;
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('');
}

function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return true;
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const called = node.expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
  return UNREAD_CALLS.test(name);
}
