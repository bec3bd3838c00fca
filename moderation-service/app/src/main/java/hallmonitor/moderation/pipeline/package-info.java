/**
 * From Kafka to the database: comments are judged in batches, one transaction each; what other
 * services report about actions, escalations and accounts is taken up; dead letters are kept.
 */
package hallmonitor.moderation.pipeline;
