/** Exports of what a search found, in open formats. */
package hallmonitor.moderation.console.export;
