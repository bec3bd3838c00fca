/**
 * The register of accounts: what the district asks of each, and what is missing, as pure functions.
 */
package hallmonitor.moderation.casework.register;
