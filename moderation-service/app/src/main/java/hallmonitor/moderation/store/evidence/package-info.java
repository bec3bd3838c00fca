/**
 * Captures of a comment: its text, its earlier revisions and the thread around it, within the size
 * of an event.
 */
package hallmonitor.moderation.store.evidence;
