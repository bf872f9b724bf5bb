import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'

const Node = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().default(0),
  get Plans() {
    return z.array(Node).default([])
  },
})
type Node = z.infer<typeof Node>

const Explained = z.object({ 'Query Text': z.string(), Plan: Node })
const Folder = z.tuple([z.object({ data_directory: z.string() })])

/** One statement as it was run, however often: the worst of each figure. */
export type QueryFigures = {
  text: string
  times: number
  ms: number
  /** How many rows its scans went through. */
  rows: number
  /** The tables that it read from end to end. */
  wholeTables: string[]
}

/** From now on PostgreSQL writes the plan of each statement in this database into its log. */
export async function explainAll(client: pg.Client, database: string): Promise<void> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '1',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_parameter_max_length': '0',
  }
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`ALTER DATABASE ${database} SET ${name} = '${value}'`)
  }
}

/** Every statement whose plan is in the server's log, the slowest first. */
export async function readQueries(client: pg.Client): Promise<QueryFigures[]> {
  const [{ data_directory }] = Folder.parse((await client.query('SHOW data_directory')).rows)
  const queries = new Map<string, QueryFigures>()
  for (const { text, ms, plan } of plansIn(readFileSync(join(dirname(data_directory), 'postgres.log'), 'utf8'))) {
    const nodes = [...nodesOf(plan)]
    const known = queries.get(text) ?? { text, times: 0, ms: 0, rows: 0, wholeTables: [] }
    const whole = nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : []))
    queries.set(text, {
      text,
      times: known.times + 1,
      ms: Math.max(known.ms, ms),
      rows: Math.max(
        known.rows,
        nodes.reduce((sum, node) => sum + rowsOf(node), 0),
      ),
      wholeTables: [...new Set([...known.wholeTables, ...whole])],
    })
  }
  return [...queries.values()].toSorted((one, other) => other.ms - one.ms)
}

/** A plan stands behind its line, each line of it after a tab. */
function* plansIn(log: string) {
  for (const [, ms, json] of log.matchAll(/LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/g)) {
    const { 'Query Text': text, Plan: plan } = Explained.parse(JSON.parse(json ?? ''))
    yield { text: shorten(text), ms: Number(ms), plan }
  }
}

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of node.Plans) yield* nodesOf(child)
}

function rowsOf(node: Node): number {
  return node['Relation Name']
    ? Math.round((node['Actual Rows'] + node['Rows Removed by Filter']) * node['Actual Loops'])
    : 0
}

/** What tells one statement from another: without the columns, and whatever the length of its lists. */
function shorten(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/"public"\.|"/g, '')
    .replaceAll(/\$\d+(, ?\$\d+)+/g, '…')
    .replaceAll(/\bSELECT (?:(?!SELECT| FROM ).){40,}? FROM /g, 'SELECT … FROM ')
    .replaceAll(/RETURNING .*/g, 'RETURNING …')
    .trim()
}
