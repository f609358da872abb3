import type { Plugin } from 'vite';

/**
 * A page imports the styles of its lazy parts, because the server sends those parts drawn and their script may never
 * come. Vite says of CSS modules that an import whose names nobody uses may go; here it must stay.
 */
export function keepStyles(): Plugin {
  return {
    name: 'keep-styles',
    enforce: 'post',
    transform(code, id) {
      return /\.module\.css$/.test(id) ? { code, map: null, moduleSideEffects: 'no-treeshake' } : undefined;
    },
  };
}
