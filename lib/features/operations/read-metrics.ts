export { readMetrics } from '#lib/adapters/metrics/registry.ts'
