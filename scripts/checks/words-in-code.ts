import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { repositoryFolder } from '../stack/folders.ts'

/** Words found in code where they cannot be translated. */
export type FoundWords = { file: string; line: number; words: string }

/** Attributes whose value a person reads or hears. */
const spoken = new Set([
  'alt',
  'title',
  'label',
  'placeholder',
  'summary',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
])
const letters = /\p{L}/u
const entities = /&#?\w+;/g

/**
 * Looks for words between tags and in the attributes that a person reads or hears.
 * @param folder a folder of the repository; its `.tsx` files are read, tests left out
 */
export function wordsInFolder(folder: string): FoundWords[] {
  return readdirSync(join(repositoryFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .sort()
    .flatMap((name) => wordsInCode(join(folder, name), readFileSync(join(repositoryFolder, folder, name), 'utf8')))
}

/** Looks for words in the text of one `.tsx` file. */
export function wordsInCode(file: string, code: string): FoundWords[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: FoundWords[] = []
  visit(source)
  return found

  function visit(node: ts.Node): void {
    const words = wordsOf(node)?.replace(entities, '').trim() ?? ''
    if (letters.test(words)) {
      const start = node.getFullStart() + node.getFullText().search(letters)
      found.push({ file, line: source.getLineAndCharacterOfPosition(start).line + 1, words })
    }
    ts.forEachChild(node, visit)
  }
}

function wordsOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text
  if (!isLiteral(node) || !isRead(node)) return null
  return node.text
}

function isLiteral(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
}

/** Whether what an expression comes to stands between tags or in an attribute that is read. */
function isRead(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isJsxAttribute(parent)) return spoken.has(parent.name.getText())
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isRead(parent) : true
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isRead(parent)
  if (ts.isBinaryExpression(parent)) return isJoining(parent.operatorToken.kind) && isRead(parent)
  const isWrapping =
    ts.isParenthesizedExpression(parent) || ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent)
  return isWrapping && isRead(parent)
}

function isJoining(operator: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
  ].includes(operator)
}
