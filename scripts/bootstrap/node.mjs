import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Advice, root } from './project.mjs';

// From here on Node runs TypeScript as it is.
const oldest = [22, 18];

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * Finds the Node that runs the project: the one that npm installed, else the one that runs now.
 * @returns {string} The path of its program file.
 * @throws {Advice} If npm installed none and the one that runs now is too old.
 */
export function nodePath() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const prefix of ['node', 'node-bin']) {
    const name = `${prefix}-${platform}-${process.arch}`;
    const path = join(root, 'node_modules', name, 'bin', file);
    if (existsSync(path)) return path;
  }
  if (isRecent(process.versions.node)) return process.execPath;
  throw new Advice(`Node ${process.versions.node} is too old, and npm installed no Node for \
${platform}-${process.arch}. Install Node ${oldest.join('.')} or later (https://nodejs.org).`);
}
