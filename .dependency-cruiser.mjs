import { readFileSync } from 'node:fs';

const { order } = JSON.parse(readFileSync(new URL('./module-graph.json', import.meta.url), 'utf8'));
const src = '^apps/server/src';
const notTests = '[.](test|fixture)[.]ts$';

const layers = order.map((name, index) => ({
  name: `${name}-uses-only-what-is-below`,
  comment: 'A module uses the kernel and the faces of modules below it (module-graph.json).',
  severity: 'error',
  from: { path: `${src}/modules/${name}/`, pathNot: notTests },
  to: { path: `${src}/modules/(${order.slice(index + 1).join('|') || 'none'})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-knows-no-domain',
      severity: 'error',
      from: { path: `${src}/kernel/`, pathNot: notTests },
      to: { path: `${src}/`, pathNot: `${src}/kernel/` },
    },
    {
      name: 'engines-stand-alone',
      severity: 'error',
      from: { path: `${src}/engines/`, pathNot: notTests },
      to: { path: `${src}/`, pathNot: `${src}/engines/` },
    },
    {
      name: 'faces-only',
      comment: 'Nothing imports a module’s inside.',
      severity: 'error',
      from: { path: `${src}/modules/([^/]+)/`, pathNot: notTests },
      to: { path: `${src}/modules/([^/]+)/`, pathNot: [`${src}/modules/$1/`, `${src}/modules/[^/]+/index[.]ts$`] },
    },
    {
      name: 'faces-only-from-outside',
      severity: 'error',
      from: { pathNot: [`${src}/modules/`, notTests] },
      to: { path: `${src}/modules/([^/]+)/`, pathNot: `${src}/modules/[^/]+/index[.]ts$` },
    },
    {
      name: 'modules-know-neither-http-nor-flows',
      severity: 'error',
      from: { path: `${src}/modules/`, pathNot: notTests },
      to: { path: `${src}/(http|flows|views|engines|[a-zA-Z]+[.]ts$)`, pathNot: `${src}/config[.]ts$` },
    },
    {
      name: 'flows-know-no-http',
      severity: 'error',
      from: { path: `${src}/(flows|views)/`, pathNot: notTests },
      to: { path: `${src}/(http|engines|[a-zA-Z]+[.]ts$)` },
    },
    ...layers,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|[.]build)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'] },
  },
};
