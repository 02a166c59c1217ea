/**
 * Starts the files that take longest first, so that none of them is left running alone at the end. vitest itself goes by what an
 * earlier run took, which a fresh clone does not know. Files with a process of their own come before those that share one: a shared
 * process ends when the next file is not for it.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that draw pictures, play out whole vendors, kill processes, or try thousands of commands: ten seconds to a minute each. */
const SLOW =
  /\.vision\.test|\.contract\.test|\/model\.test|tests\/proof\/|orders-of-events|outage\.test|plan-life/;

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification) =>
      (project.config.isolate ? 0 : 2) + (SLOW.test(moduleId) ? 0 : 1);
    return usual.sort((one, other) => rank(one) - rank(other));
  }
}
