import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockService } from './test/mock/plugin.ts';

// The service serves target/classes/static/ from its class path. In mode `mock` (development and the browser tests
// without a service) a small stand-in answers the same interface.
export default defineConfig(({ mode }) => ({
  plugins: mode === 'mock' ? [react(), mockService()] : [react()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: mode === 'mock' ? {} : { '/api': process.env['COPILOT_URL'] ?? 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
}));
