/** Exports of a part of the archive, which people ask for in the console. */
package hallmonitor.moderation.store.export;
