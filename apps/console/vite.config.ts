import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: { outDir: '../../.build/console', emptyOutDir: true, target: 'es2022' },
  // For work on the screens: `npx vite` beside a running server.
  server: { proxy: { '/api': 'http://localhost:4000', '/media': 'http://localhost:4000' } },
  logLevel: 'warn',
});
