import { type Served, serve } from '../browser/messages.ts';
import * as commands from './commands.ts';
import { ask, list } from './questions.ts';

/** Asks VOD about the possible targets of a plan. */
export function servePlan(): readonly Served[] {
  return [serve(commands.askAbout, ask), serve(commands.listImages, list)];
}
