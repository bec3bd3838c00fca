/**
 * The broker and the database that tests run on: containers or the embedded ones, by one switch.
 */
package hallmonitor.testparts;
