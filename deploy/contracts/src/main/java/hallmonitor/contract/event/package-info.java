/**
 * The events that travel between the services, one record each, written as JSON to the topics in
 * {@link Topic}.
 *
 * <p>Evolution is additive: a field is added as {@link java.util.Optional} or a list, never renamed
 * or removed. Readers ignore what they do not know. A golden file for each version is held by a
 * test.
 */
package hallmonitor.contract.event;
