import type { Plugin } from 'vite';
export function mockService(): Plugin { return { name: 'mock-service' }; }
