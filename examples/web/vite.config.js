import { defineConfig } from 'vite';

export default defineConfig({
  // Works in any folder of a site.
  base: './',
  build: {
    outDir: '../../target/web',
    emptyOutDir: true,
    target: ['chrome100', 'edge100', 'firefox103', 'safari15.4'],
    // The policy allows files, no data in their place.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
