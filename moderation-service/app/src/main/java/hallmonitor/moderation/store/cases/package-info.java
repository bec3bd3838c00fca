/**
 * Cases as they change: their rows, their history, the decisions on them, and the orders that wait
 * for evidence.
 */
package hallmonitor.moderation.store.cases;
