import { defineConfig } from 'prisma/config'

// Prisma's own way to find the schema; the address comes from the environment, and `generate` needs none.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
