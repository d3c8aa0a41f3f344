import { type Served, serve } from '../browser/messages.ts';
import * as commands from './commands.ts';
import { ask, list } from './questions.ts';

/** Asks VOD about what a plan may hold. */
export function servePlan(): readonly Served[] {
  return [serve(commands.askAbout, ask), serve(commands.listImages, list)];
}
