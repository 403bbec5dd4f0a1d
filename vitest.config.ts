import { defineConfig } from 'vitest/config'

/**
 * `unit`: tests beside the code that need no database and no long media work (`npm run check`).
 * `whole`: database, crash, production and media tests, one file at a time per core (`npm test` runs both).
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.whole.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['src/**/*.whole.test.ts', 'test/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
