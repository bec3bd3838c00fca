/** What people report, and the links that schools report by. */
package hallmonitor.moderation.store.tips;
