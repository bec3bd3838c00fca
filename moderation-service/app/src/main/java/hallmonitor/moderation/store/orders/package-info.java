/** Orders to platforms and their results: actions, deletions and replies. */
package hallmonitor.moderation.store.orders;
