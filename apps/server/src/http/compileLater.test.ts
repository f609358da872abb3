import { describe, expect, test } from 'vitest';
import { testConfig } from '../../test/testServer.ts';
import type { RouteDefinition } from '../kernel/route.ts';
import { composeModules } from '../modules.ts';
import { boundIntegers } from './boundIntegers.ts';
import { compileSerializer } from './buildSerializer.ts';
import { compileLater } from './compileLater.ts';
import { compileConverting, compileStrict } from './validators.ts';

describe('what a schema is compiled into', () => {
  const count = () => {
    const compiled: object[] = [];
    const later = compileLater((schema: object) => {
      compiled.push(schema);
      return (word: string) => `${JSON.stringify(schema)} ${word}`;
    });
    return { compiled, later };
  };

  test('is made when it is first used, and once', () => {
    const { compiled, later } = count();
    const say = later({ type: 'string' });
    expect(compiled).toHaveLength(0);
    expect([say('one'), say('two')]).toEqual(['{"type":"string"} one', '{"type":"string"} two']);
    expect(compiled).toHaveLength(1);
  });

  test('is shared by those that read the same, and by nobody else', () => {
    const { compiled, later } = count();
    const [first, same, other] = [{ type: 'string' }, { type: 'string' }, { type: 'number' }].map(later);
    expect([first?.('a'), same?.('b'), other?.('c')]).toEqual([
      '{"type":"string"} a',
      '{"type":"string"} b',
      '{"type":"number"} c',
    ]);
    expect(compiled).toHaveLength(2);
  });
});

/** A server starts without compiling them: one that cannot be compiled would be found by the first who calls. */
test('every schema of every route can be compiled', () => {
  const schemasOf = ({ params, query, body, response }: RouteDefinition) => [
    ...(body ? [() => compileStrict(boundIntegers(body))] : []),
    ...[params, query].flatMap((schema) => (schema ? [() => compileConverting(boundIntegers(schema))] : [])),
    ...(response ? [() => compileSerializer(response)] : []),
  ];
  const routes = composeModules(testConfig()).modules.flatMap((module) => module.routes ?? []);
  expect(routes.length).toBeGreaterThan(250);
  for (const route of routes)
    for (const compile of schemasOf(route)) expect(compile, `${route.method} ${route.path}`).not.toThrow();
});
