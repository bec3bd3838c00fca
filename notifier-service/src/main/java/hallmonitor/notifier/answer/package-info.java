/** The page behind a notice's link: the permitted answers, and the page's texts. */
package hallmonitor.notifier.answer;
