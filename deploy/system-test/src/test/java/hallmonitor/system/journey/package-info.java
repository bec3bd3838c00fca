/** What each kind of person does here from end to end, in a real browser, on one shared stack. */
package hallmonitor.system.journey;
