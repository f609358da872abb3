import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for processes, clocks or the disk, whatever their length. */
const long = [
  'apps/server/test/process.test.ts',
  'apps/server/test/badInputEveryRoute.test.ts',
  'apps/server/test/authorisation.test.ts',
  'bench/soak/soak.test.ts',
  'demo/load/load.test.ts',
  'apps/server/src/engines/startPostgres.test.ts',
];

/** What takes longest begins first: at the end of the queue it would leave the other workers idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = long.indexOf(relative(this.ctx.config.root, moduleId));
      return place === -1 ? long.length : place;
    };
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
