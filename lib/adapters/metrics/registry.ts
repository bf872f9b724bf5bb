import { Counter, collectDefaultMetrics, Registry } from 'prom-client'
import { errorTable } from '#lib/domain/error-table.ts'

type Metrics = { registry: Registry; webhookAnswers: Counter<'answer'>; operatorAlerts: Counter<'code'> }

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
  const operatorAlerts = new Counter({
    name: 'relink_operator_alerts_total',
    help: 'Errors that an operator must settle, by Plaid’s code: unknown for one that its reference does not have.',
    labelNames: ['code'],
    registers: [registry],
  })
  return { registry, webhookAnswers, operatorAlerts }
}

/** Counts one answered webhook. */
export function countWebhookAnswer(answer: string): void {
  metrics().webhookAnswers.inc({ answer })
}

/** Counts one alert to the operator. Nobody can make up labels: codes that are not known count as one. */
export function countOperatorAlert(errorCode: string): void {
  metrics().operatorAlerts.inc({ code: errorTable.has(errorCode) ? errorCode : 'unknown' })
}

/** All metrics of this process in Prometheus' text form. */
export async function readMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics()
  return { contentType: registry.contentType, text: await registry.metrics() }
}
