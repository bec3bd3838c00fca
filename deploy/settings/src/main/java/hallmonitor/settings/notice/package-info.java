/** The texts of mails to the people in charge, and a district's own wording. */
package hallmonitor.settings.notice;
