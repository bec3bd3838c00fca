/** Cases and their changes: rows, history, decisions, and orders that wait for evidence. */
package hallmonitor.moderation.store.cases;
