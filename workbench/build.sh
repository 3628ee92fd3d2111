#!/bin/sh
# Builds the workbench into target/classes; says so and goes on without it where there is no Node 20.
set -eu
cd "$(dirname -- "$0")"
out=target/classes/org/entente/workbench

version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 20 ] || ! command -v npm >/dev/null 2>&1; then
  echo "[WARNING] The workbench is left out: it needs Node 20 or later with npm, and there is ${version:+Node }${version:-none}."
  mkdir -p target/classes
  exit 0
fi

if [ -f "$out/index.html" ] && [ -z "$(find src/main/web package.json package-lock.json vite.config.ts tsconfig.json -newer "$out/index.html" -type f -print | head -n 1)" ]; then
  exit 0
fi
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
npm run --silent build
