import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const page = (name: string) => resolve(import.meta.dirname, name);

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: { input: [page('index.html'), page('alerts.html'), page('inspect.html'), page('referee.html'), page('release.html'), page('takes.html'), page('takedown.html')] },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/oauth2': 'http://localhost:8080', '/login': 'http://localhost:8080' } },
  test: { environment: 'jsdom' },
});
