/**
 * Holds the house rules of the README as data: who may import whom, how files are named, how long they get. Exits
 * non-zero and names every file that breaks one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FEATURE_GRAPH, LAYERS, type Layer, NAME_RULES, RESERVED } from './structure-rules';

const MAX_LINES = 400;
const SOURCES = ['src', 'emails'];

const problems: string[] = [];

for (const file of SOURCES.flatMap(listFiles)) checkFile(file);

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\nstructure: ${problems.length} problems\n`);
  process.exit(1);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const entry = path.posix.join(folder, name);
    if (statSync(entry).isDirectory()) return listFiles(entry);
    return /\.tsx?$/.test(name) ? [entry] : [];
  });
}

function checkFile(file: string): void {
  for (const rule of NAME_RULES)
    if (rule.applies(file) && !rule.pattern.test(file)) problems.push(`${file}: ${rule.why}`);
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length;
  if (lines > MAX_LINES && !file.startsWith('src/components/ui/'))
    problems.push(`${file}: ${lines} lines, at most ${MAX_LINES}`);
  if (/\.test\.tsx?$/.test(file)) return;
  const layer = layerOf(file);
  if (!layer) {
    problems.push(`${file}: belongs to no layer of scripts/structure-rules.ts`);
    return;
  }
  for (const target of imports(file, text)) checkImport(file, layer, target);
  for (const target of imports(file, text.replace(/^import type [^;]+;/gm, '')))
    if (layer.typesOnly?.test(target))
      problems.push(`${file}: a ${layer.name} file may import only types of ${target}`);
}

function imports(file: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((name) => {
    if (name.startsWith('@/')) return `src/${name.slice(2)}`;
    if (name.startsWith('@emails/')) return `emails/${name.slice(8)}`;
    if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name);
    return name;
  });
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.find((layer) => layer.files.test(file));
}

function checkImport(file: string, layer: Layer, target: string): void {
  const local = target.startsWith('src/') || target.startsWith('emails/');
  if (!local) {
    if (layer.packagesNever?.test(target))
      problems.push(`${file}: a ${layer.name} file may not import ${target}`);
    return;
  }
  for (const { files, importers, why } of RESERVED)
    if (files.test(target) && !importers.test(file))
      problems.push(`${file}: may not import ${target}: ${why}`);
  const ownFeature = featureOf(file);
  const otherFeature = featureOf(target);
  if (ownFeature && ownFeature === otherFeature) {
    if (layer.ownNever?.test(target)) problems.push(`${file}: a ${layer.name} file may not import ${target}`);
    return;
  }
  if (!layer.may.some((pattern) => pattern.test(target))) {
    problems.push(`${file}: a ${layer.name} file may not import ${target}`);
    return;
  }
  if (ownFeature && otherFeature && !FEATURE_GRAPH[ownFeature]?.includes(otherFeature)) {
    problems.push(`${file}: feature ${ownFeature} may not import feature ${otherFeature}`);
  }
}

function featureOf(file: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1];
}
