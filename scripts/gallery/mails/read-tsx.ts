import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const compilerOptions: ts.CompilerOptions = {
  jsx: ts.JsxEmit.ReactJSX,
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  verbatimModuleSyntax: true,
}

/** Lets Node import `.tsx` from now on: it strips types by itself, and knows no tags. */
export function readTsx(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.tsx')) return next(url, context)
      const code = readFileSync(fileURLToPath(url), 'utf8')
      const { outputText } = ts.transpileModule(code, { compilerOptions, fileName: url })
      return { format: 'module', source: outputText, shortCircuit: true }
    },
  })
}
