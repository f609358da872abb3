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
                  test: /node_modules\/@tabler\/icons-react\/dist\/esm\/(?:createReactComponent|defaultAttributes)|packages\/ui\/src\/(?:words|format)\/|shop\/app\/(?:shared\/(?:Still|addresses|chosenStore|language|nonce|privatePage)|layout\/(?!Footer|DemoStrip|pageWords|demoWords|intents)|chat\/ChatLauncher|stores\/sayToday|root|entry\.client|consent\/(?:PageTracker|tracking|useTell))(?!.*uggestion)/,
                },
                { name: 'consent', test: /shop\/app\/consent\/(?:Consent|words)/ },
                // What goods are shown with: on many pages, and not on all.
                {
                  name: 'goods',
                  test: /shop\/app\/(?:shared\/(?:Price|priceWords|Breadcrumb|breadcrumb|sayWhen)|seo\/(?:pageMeta|breadcrumbData))/,
                },
              ],
            },
          },
        },
      },
    },
    ssr: {
      // React is chosen when it is built and not by the server's environment: for development it draws at half the speed.
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { rollupOptions: { input: './server/entry.ts' } },
      // One file with everything in it: a start reads it once, and node_modules may change beneath a running shop.
      resolve: { noExternal: true },
    },
  },
  logLevel: 'warn',
});
