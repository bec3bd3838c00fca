/** Every post, comment and revision ever seen, and daily counts of judgments. */
package hallmonitor.moderation.store.archive;
