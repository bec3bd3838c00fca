/** A benchmark of the notifier alone: how fast escalations become sealed evidence and mail. */
package hallmonitor.bench.escalations;
