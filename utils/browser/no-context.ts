/**
 * Replaces WXT's ContentScriptContext, which is not used here. WXT's own would take a sixth of the
 * allowed size of a content script, and would announce the script by an event that the page can see
 * and send too.
 */
export class ContentScriptContext {}
