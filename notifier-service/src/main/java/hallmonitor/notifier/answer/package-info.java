/** The page that a notice's link leads to: who may answer what, and how the page says it. */
package hallmonitor.notifier.answer;
