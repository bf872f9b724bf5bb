import { configDefaults, defineConfig } from 'vitest/config'

const ignored = [...configDefaults.exclude, '.next/**', '.data/**']

export default defineConfig({
  test: {
    // Feature tests wait more than they compute; left to itself Vitest would run one file at a time on two cores.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false, // nothing here keeps a state, and a third of the time went into loading all anew
          include: ['{lib/domain,app,emails,messages,scripts,sandbox}/**/*.test.{ts,tsx}', 'lib/*.test.ts'],
          exclude: [...ignored, 'app/api/**'],
          setupFiles: ['scripts/testing/quiet-console.ts'],
        },
      },
      {
        test: {
          name: 'features',
          include: ['{lib/features,lib/adapters,lib/worker,app/api}/**/*.test.{ts,tsx}'],
          exclude: ignored,
          globalSetup: ['scripts/testing/features-run.ts'],
          setupFiles: ['scripts/testing/quiet-console.ts', 'scripts/testing/feature-setup.ts'],
          pool: 'forks', // the environment of a test file is its own
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
