/**
 * The events between the services, one record type each, written as JSON to the topics in {@link
 * Topic}.
 *
 * <p>Evolution is additive: new fields are {@link java.util.Optional} or lists, and no field is
 * renamed or removed. Readers ignore unknown fields. A test checks a golden file for each version.
 */
package hallmonitor.contract.event;
