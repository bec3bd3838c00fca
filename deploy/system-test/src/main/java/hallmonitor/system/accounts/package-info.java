/**
 * Many accounts on two ingest services that are killed and stopped under load, and what must hold.
 */
package hallmonitor.system.accounts;
