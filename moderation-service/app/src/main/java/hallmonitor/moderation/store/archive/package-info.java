/** Every post, comment and revision that was ever seen, and what was judged of them day by day. */
package hallmonitor.moderation.store.archive;
