import { Counter, collectDefaultMetrics, Registry } from 'prom-client'

type Metrics = { registry: Registry; webhookAnswers: Counter<'answer'> }

// One registry for all of Next's bundles in this process.
const kept: typeof globalThis & { relinkMetrics?: Metrics } = globalThis

function metrics(): Metrics {
  kept.relinkMetrics ??= makeMetrics()
  return kept.relinkMetrics
}

function makeMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const webhookAnswers = new Counter({
    name: 'relink_webhook_answers_total',
    help: 'Webhooks by how they were answered: accepted, why they have to come again, or why they were refused.',
    labelNames: ['answer'],
    registers: [registry],
  })
  return { registry, webhookAnswers }
}

/** Counts one answered webhook. */
export function countWebhookAnswer(answer: string): void {
  metrics().webhookAnswers.inc({ answer })
}

/** All metrics of this process in Prometheus' text form. */
export async function readMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics()
  return { contentType: registry.contentType, text: await registry.metrics() }
}
