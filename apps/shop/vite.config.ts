import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { keepStyles } from './keepStyles.ts';
import { oneLanguage } from './oneLanguage.ts';

export default defineConfig({
  plugins: [reactRouter(), keepStyles(), oneLanguage()],
  build: { target: 'es2022', emptyOutDir: true },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                // What every page needs, in few files: each small one of its own costs a request and compresses badly.
                { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|react-router)\// },
                {
                  name: 'base',
                  test: /node_modules\/@tabler\/|packages\/ui\/src\/(?:words|format|icons)\/|shop\/app\/(?:shared|layout|stores\/sayToday|seo\/(?:pageMeta|breadcrumbData)|consent\/(?:PageTracker|tracking|useTell))(?!.*uggestion)/,
                },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: { rollupOptions: { input: './server/entry.ts' } },
      // One file with everything in it: a start reads it once, and node_modules may change beneath a running shop.
      resolve: { noExternal: true },
    },
  },
  logLevel: 'warn',
});
