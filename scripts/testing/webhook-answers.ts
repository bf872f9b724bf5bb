import { readMetrics } from '#lib/features/operations/read-metrics.ts'

/** How webhooks were answered while something was done, as the metric counts it: each answer that was given. */
export async function answersDuring(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await answers()
  await act()
  const given = [...(await answers())].map(([answer, count]) => [answer, count - (before.get(answer) ?? 0)] as const)
  return Object.fromEntries(given.filter(([, count]) => count > 0))
}

async function answers(): Promise<Map<string, number>> {
  const { text } = await readMetrics()
  const lines = text.matchAll(/^relink_webhook_answers_total\{answer="(\w+)"\} (\d+)$/gm)
  return new Map([...lines].map(([, answer = '', count]) => [answer, Number(count)]))
}
