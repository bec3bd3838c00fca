/** How a credential travels: encrypted for the ingest service, and for one order alone. */
package hallmonitor.messaging.credential;
