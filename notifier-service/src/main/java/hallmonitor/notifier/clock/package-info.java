/** The durable clock: escalations in the database, their due times, and who moves them on. */
package hallmonitor.notifier.clock;
