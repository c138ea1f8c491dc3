import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { handle } from './routes.ts';

/** The strictest policy that the page must live with; the service should send the same. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Answers `/api/v1` inside Vite's own server, so that the page can be looked at and tested without the service. */
export function mockService(): Plugin {
  return {
    name: 'mock-service',
    configureServer: (server) => {
      server.middlewares.use(api);
    },
    configurePreviewServer: (server) => {
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
        next();
      });
      server.middlewares.use(api);
    },
  };
}

const api: Connect.NextHandleFunction = (request: IncomingMessage, response: ServerResponse, next) => {
  if (request.url?.startsWith('/api/v1/') !== true) {
    next();
    return;
  }
  handle(request, response).catch((failure: unknown) => {
    response.statusCode = 500;
    response.end(JSON.stringify({ title: 'mock failed', detail: String(failure) }));
  });
};
