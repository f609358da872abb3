import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  build: { target: 'es2022', emptyOutDir: true },
  environments: {
    ssr: {
      build: { rollupOptions: { input: './server/entry.ts' } },
      // One file with everything in it: a start reads it once, and node_modules may change beneath a running shop.
      resolve: { noExternal: true },
    },
  },
  logLevel: 'warn',
});
