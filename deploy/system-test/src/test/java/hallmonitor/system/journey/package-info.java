/** What each kind of person does from end to end, in a real browser, on one shared stack. */
package hallmonitor.system.journey;
