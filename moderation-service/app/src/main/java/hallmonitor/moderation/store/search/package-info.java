/** The index of the search: filled behind the archive, and emptied with it. */
package hallmonitor.moderation.store.search;
