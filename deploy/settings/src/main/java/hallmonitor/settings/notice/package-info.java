/** The words of the mails to the people in charge, and what a district words itself. */
package hallmonitor.settings.notice;
