import '@mantine/core/styles.css';
import './style/theme.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './state/client';
import { LanguageProvider } from './state/language';
import { arrive } from './state/session';
import { App } from './views/App';

const theme = createTheme({ respectReducedMotion: true, cursorType: 'pointer', autoContrast: false });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

arrive();
createRoot(root).render(
  <StrictMode>
    {/* No style elements: theme.css holds what Mantine would write into the page, see the service's CSP. */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false} withStaticClasses={false}>
      <QueryClientProvider client={newQueryClient()}>
        <LanguageProvider>
          <App />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
