/**
 * Stands in for WXT's ContentScriptContext, of which nothing is used here: it is a sixth of what a
 * content script may weigh, and tells the page of itself by an event that the page could send too.
 */
export class ContentScriptContext {}
