import { Ajv, type ErrorObject } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { compileLater } from './compileLater.ts';
import { findUnusable } from './findUnusable.ts';
import { formats } from './formats.ts';

const addFormats = addFormatsModule.default;

const options = { allErrors: false, strict: false, removeAdditional: false, useDefaults: true, formats } as const;

/**
 * Bodies are taken strictly (a quantity "2" or an unknown field is an error); path and query are text by nature and are
 * converted. One ajv each: a single one cannot do both.
 */
export const compileStrict = compilerOf({ ...options, coerceTypes: false });
export const compileConverting = compilerOf({ ...options, coerceTypes: 'array' });

const strict = compileLater(compileStrict);
const converting = compileLater(compileConverting);

export function createValidators(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : converting)(schema as object));
}

function compilerOf(own: OwnOptions) {
  const ajv = ajvOf(own);
  return (schema: object) => {
    const validate = ajv.compile(schema);
    return (data: unknown) => {
      if (!validate(data)) return refused(summary(validate.errors), validate.errors ?? []);
      const flaw = findUnusable(data);
      if (!flaw) return { value: data };
      const { path: instancePath, message } = flaw;
      return refused(`${instancePath.slice(1).replaceAll('/', '.') || 'it'} ${message}`, [
        { instancePath, message, keyword: 'text', params: {}, schemaPath: '' },
      ]);
    };
  };
}

type OwnOptions = ConstructorParameters<typeof Ajv>[0] & { formats: typeof formats };

/** Ours come after those of ajv-formats, which they replace. */
function ajvOf({ formats: own, ...others }: OwnOptions): Ajv {
  const ajv = addFormats(new Ajv(others));
  for (const [name, format] of Object.entries(own)) ajv.addFormat(name, format);
  return ajv;
}

function refused(message: string, validation: ErrorObject[]) {
  return { error: Object.assign(new Error(message), { validation }) };
}

function summary(errors: ErrorObject[] | null | undefined): string {
  const first = errors?.[0];
  if (!first) return 'invalid';
  const where = first.instancePath.replace(/^\//, '').replaceAll('/', '.');
  if (first.keyword === 'additionalProperties') {
    return `unknown field "${String(first.params.additionalProperty)}"${where ? ` in ${where}` : ''}`;
  }
  return `${where || 'it'} ${first.message ?? 'is invalid'}`;
}
