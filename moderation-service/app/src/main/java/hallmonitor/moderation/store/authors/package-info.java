/** Authors with a page that was opened, what for, and which of them people say are one person. */
package hallmonitor.moderation.store.authors;
