import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const out = join(import.meta.dirname, 'target/classes/org/entente/workbench');

/** The server hands out what is listed here and nothing else. */
function list(): Plugin {
  return {
    name: 'list',
    closeBundle() {
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile() && file.name !== 'files.txt')
        .map((file) => relative(out, join(file.parentPath, file.name)).replaceAll('\\', '/'))
        .sort();
      writeFileSync(join(out, 'files.txt'), files.join('\n') + '\n');
    },
  };
}

export default defineConfig({
  root: join(import.meta.dirname, 'src/main/web'),
  base: '/',
  plugins: [list()],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7788' } },
});
