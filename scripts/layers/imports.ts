import { parseSync } from 'vite';

/** An import, export-from, dynamic import or import type of a file. */
export interface Import {
  readonly from: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** A use of a property of the global object: `globalThis.chrome`. */
export interface GlobalUse {
  readonly name: string;
  readonly line: number;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

const globalObjects = ['globalThis', 'window', 'self'];

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* nodesIn(child);
  }
}

function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  const text = value.type === 'Identifier' ? value.name : value.value;
  return typeof text === 'string' ? text : undefined;
}

/** Reads what a TypeScript file imports, and which properties of the global object it names. */
export function importsOf(file: string, code: string): { imports: Import[]; uses: GlobalUse[] } {
  const { program, errors } = parseSync(file, code);
  const [error] = errors;
  if (error) throw new SyntaxError(`${file}: ${error.message}`);
  const lineOf = (at: number): number => code.slice(0, at).split('\n').length;
  const imports: Import[] = [];
  const uses: GlobalUse[] = [];
  for (const node of nodesIn(program)) {
    const line = lineOf(node.start);
    if (node.type === 'MemberExpression') {
      const [object, name] = [textOf(node.object), textOf(node.property)];
      if (object && name && globalObjects.includes(object)) uses.push({ name, line });
    } else if (/^(Import|Export(Named|All)|TSImport)/.test(node.type)) {
      const from = textOf(node.source);
      if (from !== undefined) imports.push({ from, line, typeOnly: isTypeOnly(node) });
    }
  }
  return { imports, uses };
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true;
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const { specifiers } = node;
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((one) => isNode(one) && (one.importKind ?? one.exportKind) === 'type')
  );
}
