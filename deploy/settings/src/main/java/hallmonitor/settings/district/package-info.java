/** The district as its file describes it: buildings, people, connected accounts. */
package hallmonitor.settings.district;
