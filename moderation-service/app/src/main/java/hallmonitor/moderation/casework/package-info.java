/**
 * Cases and what may happen to them, as pure functions: a case and a fact go in, and a {@link
 * hallmonitor.moderation.casework.CaseChange} comes out. Clock, database and Kafka stay outside.
 */
package hallmonitor.moderation.casework;
