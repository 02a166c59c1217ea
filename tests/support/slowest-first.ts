/**
 * Starts the files that take longest first, so that none of them is left running alone at the end. vitest itself goes by what an
 * earlier run took, which a fresh clone does not know.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that draw pictures, play out whole vendors, kill processes, or try thousands of commands: ten seconds to a minute each. */
const SLOW =
  /\.vision\.test|\.contract\.test|\/model\.test|tests\/proof\/|orders-of-events|outage\.test|plan-life/;

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return [
      ...usual.filter(({ moduleId }) => SLOW.test(moduleId)),
      ...usual.filter(({ moduleId }) => !SLOW.test(moduleId)),
    ];
  }
}
