import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../.dependency-cruiser.mjs';

// A cruiser that cannot parse TypeScript sees nothing and says green, so an empty graph is a failure of its own.
const { output } = await cruise(
  ['apps', 'packages', 'demo'],
  { ruleSet: config, ...config.options, validate: true },
  undefined,
  {
    tsConfig: extractTSConfig('tsconfig.json'),
  },
);
const seen = output.modules.filter((module) => module.source.endsWith('.ts')).length;
if (seen < 50) {
  console.error(`Module boundaries: only ${seen} modules were seen; the check is broken.`);
  process.exit(1);
}
for (const violation of output.summary.violations)
  console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`);
console.log(
  `Module boundaries: ${seen} modules, ${output.summary.totalDependenciesCruised} dependencies, ${output.summary.violations.length} violations.`,
);
process.exit(output.summary.violations.length > 0 ? 1 : 0);
