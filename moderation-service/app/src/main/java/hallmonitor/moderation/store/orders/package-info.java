/** What is ordered of the platforms, and what became of it: actions, deletions and replies. */
package hallmonitor.moderation.store.orders;
