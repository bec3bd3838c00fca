/**
 * How events travel: JSON, at-least-once reading, dead letters, the transactional outbox, trace
 * headers.
 */
package hallmonitor.messaging;
