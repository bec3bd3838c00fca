/** The page behind a notice's link: who may answer what, and what the page says. */
package hallmonitor.notifier.answer;
