import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { Tensor } from '@litertjs/core';
import { withStaticBatch } from '@/vision/models/static-batch';
import { locateInNodeModules } from '@/vision/models/weights';

type LiteRt = typeof import('@litertjs/core');

let runtime: Promise<LiteRt> | undefined;

/**
 * LiteRT.js is written for browsers and workers. Its loader calls `importScripts`, and its Emscripten glue looks for
 * `self`, `require` and `__dirname`; those are lent to it while it loads. Only ever called in the vision process.
 */
async function startRuntime(): Promise<LiteRt> {
  const globals = globalThis as unknown as Record<string, unknown>;
  globals.self ??= globalThis;
  globals.require ??= createRequire(path.join(process.cwd(), 'package.json'));
  globals.importScripts = (url: string) => {
    const file = String(url).replace('file://', '');
    globals.__filename = file;
    globals.__dirname = path.dirname(file);
    vm.runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  };
  const litert = await import('@litertjs/core');
  try {
    const folder = path.dirname(locateInNodeModules('@litertjs/core/wasm/litert_wasm_internal.js'));
    await litert.loadLiteRt(`${folder}/`, { threads: false });
  } finally {
    for (const lent of ['importScripts', '__filename', '__dirname']) delete globals[lent];
  }
  return litert;
}

export interface TfliteModel {
  /** One forward pass; the outputs are copies in the model's own order. */
  run(input: Float32Array, shape: number[]): Promise<Float32Array[]>;
}

/** Compiles a TFLite model for the CPU. */
export async function loadTflite(weights: Uint8Array): Promise<TfliteModel> {
  runtime ??= startRuntime();
  const litert = await runtime;
  const model = await litert.loadAndCompile(withStaticBatch(weights), { accelerator: 'wasm' });
  return {
    async run(input, shape) {
      const tensor = new litert.Tensor(input, shape);
      const result = await model.run(tensor);
      const outputs: Tensor[] = Array.isArray(result) ? result : Object.values(result);
      const copies = outputs.map((output) => {
        const copy = new Float32Array(output.toTypedArray());
        output.delete();
        return copy;
      });
      tensor.delete();
      return copies;
    },
  };
}
