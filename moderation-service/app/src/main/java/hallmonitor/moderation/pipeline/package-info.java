/**
 * From Kafka to the database: judges comments in batches, one transaction each; handles other
 * services' reports about actions, escalations and accounts; stores dead letters.
 */
package hallmonitor.moderation.pipeline;
