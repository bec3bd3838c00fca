/**
 * The durable clock: escalations in the database, their due times, and the service that advances
 * them.
 */
package hallmonitor.notifier.clock;
